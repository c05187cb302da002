package dev.tributary.upstream.slice;

import dev.tributary.upstream.call.BudgetSpentException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads under way, each joined by all who ask for the same meanwhile. A read belongs to none of them: it ends by itself,
 * or early when its last waiter has gone. Nothing is remembered beyond its end.
 */
final class SharedReads<K, V> {
    private final Map<K, Flight> underWay = new HashMap<>();

    /**
     * @param begin begins the read; it must end by itself
     * @param joined told when a read is joined that others had begun
     */
    Uni<V> join(K key, Supplier<Uni<? extends V>> begin, Runnable joined) {
        return Uni.createFrom().deferred(() -> {
            AtomicBoolean isGuest = new AtomicBoolean();
            return attempt(key, begin, () -> {
                        isGuest.set(true);
                        joined.run();
                    })
                    .onFailure(failure -> failure instanceof BudgetSpentException && isGuest.get())
                    .recoverWithUni(() -> join(key, begin, joined)); // it was the host's budget
        });
    }

    private Uni<V> attempt(K key, Supplier<Uni<? extends V>> begin, Runnable joined) {
        return Uni.createFrom().emitter(waiter -> {
            Flight mine = new Flight(key);
            Flight flight = board(mine, waiter);
            waiter.onTermination(() -> leave(flight, waiter));
            if (flight == mine) {
                flight.start(begin);
            } else {
                joined.run();
            }
        });
    }

    private synchronized Flight board(Flight mine, UniEmitter<? super V> waiter) {
        Flight flight = underWay.computeIfAbsent(mine.key, any -> mine);
        flight.waiting.add(waiter);
        return flight;
    }

    private void leave(Flight flight, UniEmitter<? super V> waiter) {
        if (isLastToLeave(flight, waiter)) {
            flight.abandon();
        }
    }

    private synchronized boolean isLastToLeave(Flight flight, UniEmitter<? super V> waiter) {
        boolean isLast = flight.waiting.remove(waiter) && flight.waiting.isEmpty();
        return isLast && underWay.remove(flight.key, flight);
    }

    /** From now on nobody joins it. */
    private synchronized List<UniEmitter<? super V>> land(Flight flight) {
        underWay.remove(flight.key, flight);
        List<UniEmitter<? super V>> waiting = new ArrayList<>(flight.waiting);
        flight.waiting.clear();
        return waiting;
    }

    private final class Flight {
        private final K key;
        private final List<UniEmitter<? super V>> waiting = new ArrayList<>();
        private @Nullable Cancellable read;
        private boolean isAbandoned;

        Flight(K key) {
            this.key = key;
        }

        void start(Supplier<Uni<? extends V>> begin) {
            began(Uni.createFrom()
                    .deferred(begin)
                    .subscribe()
                    .with(value -> tell(UniEmitter::complete, value), thrown -> tell(UniEmitter::fail, thrown)));
        }

        private <T> void tell(BiConsumer<UniEmitter<? super V>, T> how, T outcome) {
            land(this).forEach(waiter -> how.accept(waiter, outcome));
        }

        private void began(Cancellable begun) {
            if (isAbandonedBefore(begun)) {
                begun.cancel();
            }
        }

        void abandon() {
            Cancellable begun = abandoned();
            if (begun != null) {
                begun.cancel();
            }
        }

        private synchronized boolean isAbandonedBefore(Cancellable begun) {
            read = begun;
            return isAbandoned;
        }

        private synchronized @Nullable Cancellable abandoned() {
            isAbandoned = true;
            return read;
        }
    }
}
