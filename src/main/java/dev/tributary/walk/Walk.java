package dev.tributary.walk;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import java.util.List;

/**
 * How far a walk has come between two of its pages.
 *
 * @param position everything before it has been handed over by all of {@code sources}
 * @param sources names of the sources still being read, sorted
 * @param finished names of the sources that have nothing left in the window, sorted
 * @param departed the sources that failed and stay out of the rest
 * @param hadGap whether an earlier page named a bounded gap of a source that went on
 */
public record Walk(
        Position position, List<String> sources, List<String> finished, List<Departure> departed, boolean hadGap) {

    public Walk {
        sources = List.copyOf(sources);
        finished = List.copyOf(finished);
        departed = List.copyOf(departed);
    }

    public static Walk begin(EventOrder order, Window window, List<String> sources) {
        return new Walk(Position.start(order, window), sources, List.of(), List.of(), false);
    }

    /** The walk of one source alone, from the place where it left. */
    public static Walk of(Departure departure) {
        return new Walk(departure.place(), List.of(departure.source()), List.of(), List.of(), false);
    }

    /** Whether no source takes, or ever took, part in it. */
    public boolean isEmpty() {
        return sources.isEmpty() && finished.isEmpty() && departed.isEmpty();
    }

    /** Whether nothing has been missed so far. */
    public boolean isWhole() {
        return departed.isEmpty() && !hadGap;
    }
}
