package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How one kind of upstream is asked for a slice. */
public interface SliceReader {

    /**
     * @param slice whole units, between {@link Sizes#shortest} and {@link Sizes#longest} long
     * @param order in which it is read: a shorter one would begin at the same edge
     * @return {@link Slice.TooMany} only for a slice longer than the shortest; fails with
     *     {@link dev.tributary.upstream.call.UpstreamException} or
     *     {@link dev.tributary.upstream.call.BudgetSpentException}
     */
    Uni<Slice> read(Window slice, EventOrder order, Tally tally);

    /** What a first read would have to wait for; done, or given up, without anybody waiting. */
    default void prepare() {}

    /** May change as more is learnt about the upstream. */
    Sizes sizes();

    /**
     * What slices can be asked for.
     *
     * @param unit the upstream's unit of time; slices begin and end at multiples of it
     * @param shortest at least one unit
     * @param longest at least as long as the shortest
     * @param rows how many rows a slice should hold to cost little and yet to fit
     */
    record Sizes(Duration unit, Duration shortest, Duration longest, double rows) {}
}
