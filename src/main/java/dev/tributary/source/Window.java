package dev.tributary.source;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time {@code [from, to)} in whole milliseconds. It may be empty, never negative. */
public record Window(Instant from, Instant to) {

    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window cannot end before it begins: " + from + " to " + to);
        }
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
