package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Freshness;
import dev.tributary.source.Scan;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import org.jspecify.annotations.Nullable;

/**
 * One request for events, checked.
 *
 * @param limit events to hand over at most, 1 or more
 * @param freshness of this request alone: no cursor carries it
 * @param walk where to go on; null begins a walk over every source that the filter can match
 */
public record Query(
        Window window,
        EventOrder order,
        long limit,
        Filter filter,
        PartialMode partial,
        Freshness freshness,
        Scan scan,
        @Nullable Walk walk) {

    /** The same query from there on. */
    Query goingOn(Walk from) {
        return new Query(window, order, limit, filter, partial, freshness, scan, from);
    }

    /** The same query for so many events at most. */
    Query upTo(long events) {
        return new Query(window, order, events, filter, partial, freshness, scan, walk);
    }

    /** The same query, read as fresh as this. */
    public Query with(Freshness other) {
        return new Query(window, order, limit, filter, partial, other, scan, walk);
    }
}
