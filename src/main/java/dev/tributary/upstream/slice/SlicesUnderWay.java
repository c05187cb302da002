package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Outcome;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Slices that are being read side by side, in the order of reading, without a space between them. Whoever waits for them
 * may go away at any moment, in another thread.
 */
final class SlicesUnderWay {
    private final EventOrder order;
    private final BiFunction<Window, Hold, Uni<Slice>> read;
    private final Deque<UnderWay> slices = new ArrayDeque<>();
    private volatile @Nullable UnderWay taken;
    private boolean isCancelled;

    SlicesUnderWay(EventOrder order, BiFunction<Window, Hold, Uni<Slice>> read) {
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
    synchronized void beginFirst(Window slice, Hold hold) {
        boolean isTooLong = !isEmpty() && order.compareTimes(begin(), slice.far(order)) < 0;
        slices.addFirst(begin(isTooLong ? Window.between(order, slice.near(order), begin()) : slice, hold));
    }

    synchronized void beginLast(Window slice, Hold hold) {
        slices.addLast(begin(slice, hold));
    }

    private UnderWay begin(Window slice, Hold hold) {
        if (isCancelled) {
            hold.release();
            return new UnderWay(slice, hold, new CompletableFuture<>());
        }
        return new UnderWay(slice, hold, read.apply(slice, hold).subscribeAsCompletionStage());
    }

    /** Waits for the first one, which is then no longer under way. What it holds it keeps until the next one is taken. */
    Uni<Outcome> take(BiFunction<Window, Slice, Uni<Outcome>> then) {
        letGo();
        UnderWay first = removeFirst();
        return Uni.createFrom().completionStage(first.slice).chain(slice -> then.apply(first.window, slice));
    }

    private synchronized UnderWay removeFirst() {
        UnderWay first = slices.removeFirst();
        taken = first;
        return first;
    }

    /** What was taken last is held no more. */
    void letGo() {
        UnderWay last = taken;
        if (last != null) {
            last.hold.release();
        }
    }

    /** Nobody waits any more, and nothing is read from now on. */
    void cancel() {
        cancelled().forEach(slice -> slice.hold.release());
        letGo();
    }

    private synchronized List<UnderWay> cancelled() {
        isCancelled = true;
        slices.forEach(slice -> slice.slice.cancel(false));
        return List.copyOf(slices);
    }

    private record UnderWay(Window window, Hold hold, CompletableFuture<Slice> slice) {}
}
