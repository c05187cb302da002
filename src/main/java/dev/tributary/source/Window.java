package dev.tributary.source;

import dev.tributary.event.EventOrder;
import java.time.Duration;
import java.time.Instant;

/** A half-open span of time {@code [from, to)} in whole milliseconds. It may be empty, never negative. */
public record Window(Instant from, Instant to) {

    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window cannot end before it begins: " + from + " to " + to);
        }
    }

    /** The span between two times in the direction of reading. */
    public static Window between(EventOrder order, Instant near, Instant far) {
        return order == EventOrder.DESC ? new Window(far, near) : new Window(near, far);
    }

    /** The edge where reading begins. */
    public Instant near(EventOrder order) {
        return order == EventOrder.DESC ? to : from;
    }

    /** The edge where reading ends. */
    public Instant far(EventOrder order) {
        return order == EventOrder.DESC ? from : to;
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
