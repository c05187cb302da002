package dev.tributary.event;

import java.time.Instant;

/** An event's place in the total order: time, then source, then id. No two events share one. */
public record EventKey(Instant time, String source, String id) implements Comparable<EventKey> {

    /** Source names and ids are ASCII, where String's order is the order by code point. */
    @Override
    public int compareTo(EventKey other) {
        int byTime = time.compareTo(other.time);
        int bySource = byTime == 0 ? source.compareTo(other.source) : byTime;
        return bySource == 0 ? id.compareTo(other.id) : bySource;
    }
}
