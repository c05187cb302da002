package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all who ask while it is under way. Nothing is remembered: whoever asks after it has ended,
 * well or badly, starts it anew. It belongs to nobody, so it goes on when a waiter leaves, and must end by itself.
 */
final class SingleFlight<T> {
    private final Supplier<Uni<? extends T>> work;
    private final AtomicReference<@Nullable CompletableFuture<T>> underWay = new AtomicReference<>();

    SingleFlight(Supplier<Uni<? extends T>> work) {
        this.work = work;
    }

    /** The outcome of the work that is under way, which is begun if none is. */
    Uni<T> join() {
        // a copy, because a waiter that leaves cancels the future it was given
        return Uni.createFrom().completionStage(() -> current().copy());
    }

    private CompletableFuture<T> current() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> others = underWay.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        run(mine);
        return mine;
    }

    /** The way is free again before the waiters hear of the outcome, for those who then ask once more. */
    private void run(CompletableFuture<T> outcome) {
        Uni.createFrom()
                .deferred(work)
                .onTermination()
                .invoke(() -> underWay.set(null))
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally);
    }
}
