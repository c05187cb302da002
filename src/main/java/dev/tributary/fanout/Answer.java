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
 * @param settledTo below it no change was expected when any page of the walk was read; never after the window's end
 * @param next where the next page begins; null on the last one
 * @param followFrom from when on the next query of a follower asks; null unless this is the last page
 * @param complete whether the walk has no gap so far
 * @param sources all configured sources, by name
 */
public record Answer(
        Query query,
        Instant reached,
        Instant settledTo,
        List<Event> events,
        @Nullable Walk next,
        @Nullable Instant followFrom,
        boolean complete,
        List<SourceReport> sources)
        implements QueryResult {

    /** The same with these events. */
    Answer with(List<Event> handedOver) {
        return new Answer(query, reached, settledTo, handedOver, next, followFrom, complete, sources);
    }

    /** The same with these reports. */
    Answer reporting(List<SourceReport> reports) {
        return new Answer(query, reached, settledTo, events, next, followFrom, complete, reports);
    }
}
