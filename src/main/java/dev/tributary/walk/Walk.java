package dev.tributary.walk;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import java.util.List;

/**
 * How far a walk has come between two of its pages.
 *
 * @param position everything before it has been handed over by all of {@code sources}
 * @param sources names of the sources still being read, sorted
 * @param departed the sources that failed and stay out of the rest
 * @param hadGap whether an earlier page named a bounded gap of a source that went on
 */
public record Walk(Position position, List<String> sources, List<Departure> departed, boolean hadGap) {

    public Walk {
        sources = List.copyOf(sources);
        departed = List.copyOf(departed);
    }

    public static Walk begin(EventOrder order, Window window, List<String> sources) {
        return new Walk(Position.start(order, window), sources, List.of(), false);
    }

    /** Whether nothing has been missed so far. */
    public boolean isWhole() {
        return departed.isEmpty() && !hadGap;
    }
}
