package dev.tributary.event;

import java.time.Instant;
import java.util.Comparator;

/** The total order of events, and its exact reverse. "Before" and "after" mean as read, not as told by the clock. */
public enum EventOrder implements Comparator<Event> {
    /** Oldest first. */
    ASC("asc", Comparator.naturalOrder()),
    /** Newest first. */
    DESC("desc", Comparator.reverseOrder());

    private final String text;
    private final Comparator<EventKey> keys;

    EventOrder(String text, Comparator<EventKey> keys) {
        this.text = text;
        this.keys = keys;
    }

    /** The order's name in parameters and answers. */
    public String text() {
        return text;
    }

    public EventOrder other() {
        return this == ASC ? DESC : ASC;
    }

    public Comparator<EventKey> keys() {
        return keys;
    }

    @Override
    public int compare(Event a, Event b) {
        return keys.compare(a.key(), b.key());
    }

    /** Negative if {@code a} is read before {@code b}. */
    public int compareTimes(Instant a, Instant b) {
        return this == ASC ? a.compareTo(b) : b.compareTo(a);
    }
}
