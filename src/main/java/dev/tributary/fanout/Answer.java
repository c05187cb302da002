package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param reached how far everything matching has been handed over; the window's far edge when nothing is left
 * @param settledTo below it no change is expected any more; never after the window's end
 * @param next where the next page begins; null on the last one
 * @param complete whether the walk has no gap so far
 * @param sources all configured sources, by name
 */
public record Answer(
        Query query,
        Instant reached,
        Instant settledTo,
        List<Event> events,
        @Nullable Walk next,
        boolean complete,
        List<SourceReport> sources)
        implements QueryResult {}
