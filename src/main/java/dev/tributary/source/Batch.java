package dev.tributary.source;

import dev.tributary.event.Event;
import java.util.List;

/**
 * The next events of a source, proven complete down to the frontier.
 *
 * @param events in the reading's order, each once, all within the window, all passed by {@code frontier}, none by an earlier
 *     batch's
 * @param frontier never behind an earlier batch's
 * @param gaps parts that this batch steps over
 */
public record Batch(List<Event> events, Frontier frontier, List<Gap> gaps) implements Outcome {

    public Batch {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    public static Batch of(List<Event> events, Frontier frontier) {
        return new Batch(events, frontier, List.of());
    }
}
