package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Outcome;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Slices that are being read side by side, in the order of reading, without a space between them. Whoever waits for them
 * may go away at any moment, in another thread.
 */
final class SlicesUnderWay {
    private final EventOrder order;
    private final Function<Window, Uni<Slice>> read;
    private final Deque<UnderWay> slices = new ArrayDeque<>();
    private boolean isCancelled;

    SlicesUnderWay(EventOrder order, Function<Window, Uni<Slice>> read) {
        this.order = order;
        this.read = read;
    }

    synchronized boolean isEmpty() {
        return slices.isEmpty();
    }

    synchronized int count() {
        return slices.size();
    }

    synchronized Instant begin() {
        return slices.getFirst().window.near(order);
    }

    synchronized Instant end() {
        return slices.getLast().window.far(order);
    }

    /** Begins a slice before all others, cut where the next one begins. */
    synchronized void beginFirst(Window slice) {
        boolean isTooLong = !isEmpty() && order.compareTimes(begin(), slice.far(order)) < 0;
        slices.addFirst(begin(isTooLong ? Window.between(order, slice.near(order), begin()) : slice));
    }

    synchronized void beginLast(Window slice) {
        slices.addLast(begin(slice));
    }

    private UnderWay begin(Window slice) {
        return new UnderWay(
                slice,
                isCancelled ? new CompletableFuture<>() : read.apply(slice).subscribeAsCompletionStage());
    }

    /** Waits for the first one, which is then no longer under way. */
    Uni<Outcome> take(BiFunction<Window, Slice, Uni<Outcome>> then) {
        UnderWay first = removeFirst();
        return Uni.createFrom().completionStage(first.slice).chain(slice -> then.apply(first.window, slice));
    }

    private synchronized UnderWay removeFirst() {
        return slices.removeFirst();
    }

    /** Nobody waits any more, and nothing is read from now on. */
    synchronized void cancel() {
        isCancelled = true;
        slices.forEach(slice -> slice.slice.cancel(false));
    }

    private record UnderWay(Window window, CompletableFuture<Slice> slice) {}
}
