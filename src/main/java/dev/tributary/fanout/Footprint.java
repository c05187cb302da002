package dev.tributary.fanout;

import dev.tributary.source.EventSource;
import dev.tributary.source.PageWeight;
import java.util.List;

/**
 * What a query needs of the heap to go on.
 *
 * @param pages bytes of one page of each source that it asks
 * @param events bytes of the events that are held till its end
 */
record Footprint(long pages, long events) {

    /** @param events at most; the heaviest that there are */
    static Footprint of(List<EventSource> asked, long events) {
        List<PageWeight> weights = asked.stream().map(EventSource::pageWeight).toList();
        return new Footprint(
                weights.stream().mapToLong(PageWeight::bytes).sum(),
                weights.stream().mapToLong(PageWeight::rowBytes).max().orElse(0) * events);
    }
}
