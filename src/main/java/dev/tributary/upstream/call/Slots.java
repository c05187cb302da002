package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets at most so many calls run at a time; the others wait in the order in which they came. */
final class Slots {
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private int free;

    Slots(int slots) {
        this.free = slots;
    }

    /** Runs {@code call} in a slot of its own, given back however the call ends, cancellation included. */
    <T> Uni<T> in(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            Seat seat = new Seat();
            return Uni.createFrom()
                    .<Void>emitter(seat::take)
                    .chain(() -> call.get())
                    .onTermination()
                    .invoke(seat::leave);
        });
    }

    private synchronized void enter(Seat seat) {
        if (free > 0) {
            free--;
            seat.isTaken = true;
        } else {
            waiting.addLast(seat);
        }
    }

    /** Frees the seat and gives its slot to whoever has waited longest. */
    private synchronized @Nullable Seat handOver(Seat seat) {
        if (!seat.isTaken) {
            waiting.remove(seat);
            return null;
        }
        Seat next = waiting.pollFirst();
        if (next == null) {
            free++;
        } else {
            next.isTaken = true;
        }
        return next;
    }

    /** One call's place, in the queue or in a slot; its state changes under the lock, its caller is told outside. */
    private final class Seat {
        private @Nullable UniEmitter<? super Void> caller;
        private boolean isTaken;

        void take(UniEmitter<? super Void> emitter) {
            caller = emitter;
            enter(this);
            if (isTaken) {
                emitter.complete(null);
            }
        }

        void leave() {
            Seat next = handOver(this);
            if (next != null) {
                Objects.requireNonNull(next.caller).complete(null);
            }
        }
    }
}
