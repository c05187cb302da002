package dev.tributary.simulator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens by their text, with the instant at which each ends. */
public final class Tokens {
    /** What a token is worth. */
    enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();
    private volatile Duration life;

    /** @param lasting tokens that were handed out long ago and do not end */
    Tokens(Duration life, List<String> lasting) {
        this.life = life;
        lasting.forEach(token -> ends.put(token, Instant.MAX));
    }

    /** How long tokens last that are handed out from now on. */
    public void lastFor(Duration newLife) {
        life = newLife;
    }

    /** Every token known so far is refused from now on. */
    public void revokeAll() {
        ends.clear();
    }

    /** How many logins succeeded. */
    public long issued() {
        return issued.get();
    }

    String issue(Instant now) {
        String token = "MIISimulated" + Digests.sha256(Long.toString(issued.incrementAndGet()));
        ends.put(token, now.plus(life));
        return token;
    }

    Instant endOf(String token) {
        return ends.getOrDefault(token, Instant.MIN);
    }

    State state(String token, Instant now) {
        Instant end = ends.get(token);
        if (end == null) {
            return State.UNKNOWN;
        }
        return now.isBefore(end) ? State.VALID : State.EXPIRED;
    }
}
