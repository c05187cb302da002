package dev.tributary.event;

import java.time.Instant;
import java.util.Comparator;

/** An event's place in the total order: time, then source, then id. No two events share one. */
public record EventKey(Instant time, String source, String id) implements Comparable<EventKey> {

    // Source names and ids are ASCII, where String's order is the order by code point.
    private static final Comparator<EventKey> ASCENDING =
            Comparator.comparing(EventKey::time).thenComparing(EventKey::source).thenComparing(EventKey::id);

    @Override
    public int compareTo(EventKey other) {
        return ASCENDING.compare(this, other);
    }
}
