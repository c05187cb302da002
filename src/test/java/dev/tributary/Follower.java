package dev.tributary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows as {@code docs/FOLLOW.md} says, and meets with mishaps. What it has stored outlives them: events, and the
 * address to ask next. The ids that it knows are those of stored events no older than that address asks for.
 */
final class Follower {
    private static final Pattern FROM = Pattern.compile("[?&]from=(\\d+)");

    private final Random random;
    private final Map<String, Instant> known = new HashMap<>();
    private final List<JsonNode> stored = new CopyOnWriteArrayList<>();
    private volatile String address;
    private double mishaps;

    /** @param mishaps how probable each is at each step, 0 to 1 */
    Follower(String address, Random random, double mishaps) {
        this.address = address;
        this.random = random;
        this.mishaps = mishaps;
    }

    /** Walks from the stored address to the end, unless something happens. */
    void round(Api api) {
        String next = address;
        while (next != null) {
            next = step(api, next);
        }
    }

    /** The next page's address; null at the end of the walk, and when the walk is lost. */
    private @Nullable String step(Api api, String page) {
        if (happens()) {
            api.breakOff(page, random.nextInt(3_000));
            return null;
        }
        Reply reply = api.get(page);
        if (reply.status() != 200 || happens()) {
            return null;
        }
        reply.events().forEach(this::store);
        if (!happens() && reply.json().has("follow")) {
            goOnAt(reply.json().path("follow").asText());
        }
        return happens() ? null : reply.json().path("next").asText(null);
    }

    private boolean happens() {
        return random.nextDouble() < mishaps;
    }

    private void store(JsonNode event) {
        Instant time = Instant.parse(event.path("time").asText());
        if (time.isBefore(from())) {
            throw new AssertionError("older than asked for: " + event);
        }
        if (known.put(event.path("id").asText(), time) == null) {
            stored.add(event);
        }
    }

    private void goOnAt(String follow) {
        address = follow;
        known.values().removeIf(time -> time.isBefore(from()));
    }

    void isSafeFromNowOn() {
        mishaps = 0;
    }

    /** From when on it asks next. */
    Instant from() {
        Matcher from = FROM.matcher(address);
        if (!from.find()) {
            throw new AssertionError("no milliseconds in " + address);
        }
        return Instant.ofEpochMilli(Long.parseLong(from.group(1)));
    }

    /** As {@link Happened#marker} has it, in the order in which they were stored. */
    List<String> markers() {
        return stored.stream().map(Walk::marker).toList();
    }
}
