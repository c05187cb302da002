package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;

/** Tokens of this process alone, filled steadily. */
public final class LocalBucket implements Bucket {
    private final Clock clock;
    private final double perMilli;
    private final double burst;
    private double tokens;
    private long filledAt;

    /**
     * @param perSecond turns a second in the long run, above 0
     * @param burst turns at once after a rest, 1 or more
     */
    public LocalBucket(Clock clock, double perSecond, int burst) {
        this.clock = clock;
        this.perMilli = perSecond / Duration.ofSeconds(1).toMillis();
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = clock.millis();
    }

    @Override
    public Uni<Grant> take(int wanted) {
        return Uni.createFrom().item(() -> taken(wanted));
    }

    private synchronized Grant taken(int wanted) {
        fill();
        int turns = Math.max(0, Math.min(wanted, (int) tokens));
        tokens -= turns;
        return turns > 0 ? new Grant(turns, Duration.ZERO) : new Grant(0, Duration.ofMillis(untilNextToken()));
    }

    @Override
    public synchronized void pause(Duration length) {
        tokens = Math.min(tokens, 0);
        filledAt = Math.max(filledAt, clock.millis() + length.toMillis());
    }

    private void fill() {
        long now = clock.millis();
        filledAt = Math.min(filledAt, now + Pace.LONGEST_PAUSE.toMillis()); // later only if the clock was set back
        if (now > filledAt) {
            tokens = Math.min(burst, tokens + (now - filledAt) * perMilli);
            filledAt = now;
        }
    }

    /** Milliseconds, 1 or more. */
    private long untilNextToken() {
        long rest = Math.max(0, filledAt - clock.millis());
        return rest + Math.max(1, (long) Math.ceil((1 - tokens) / perMilli));
    }
}
