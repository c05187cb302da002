package dev.tributary.fanout;

import static java.util.Collections.max;
import static java.util.Collections.min;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.FailureType;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a batch with gaps is to a request that allows none: the events before the first gap, and a failure there.
 *
 * @param before reaches to the gap's near edge
 */
record DeniedGap(Batch before, SourceFailure failure) {

    /**
     * @param batch has one gap at least
     * @param start where the reading began
     * @param reached how far it had come before this batch
     */
    static DeniedGap of(Batch batch, Frontier start, Frontier reached) {
        Gap first = batch.gaps().stream()
                .min(Comparator.comparing(gap -> Frontier.start(start.order(), gap.window())))
                .orElseThrow();
        Frontier edge = max(List.of(reached, min(List.of(batch.frontier(), nearEdge(first, start)))));
        List<Event> events = batch.events().stream()
                .filter(event -> edge.hasPassed(event.time()))
                .toList();
        return new DeniedGap(Batch.of(events, edge), failure(first));
    }

    // Where the reading begins, not a millisecond further: else a page would end there that has handed over nothing.
    private static Frontier nearEdge(Gap gap, Frontier start) {
        EventOrder order = start.order();
        Instant edge = Frontier.start(order, gap.window()).time();
        boolean isWithin = order.compareTimes(start.time(), edge) < 0;
        return isWithin ? Frontier.beyond(order, new Window(edge, edge)) : start;
    }

    private static SourceFailure failure(Gap gap) {
        return gap.uncertain()
                ? SourceFailure.of(FailureType.INCONSISTENT, gap.reason().message())
                : gap.reason();
    }
}
