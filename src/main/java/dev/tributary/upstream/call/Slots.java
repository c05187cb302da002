package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets at most so many calls run at a time; the others wait in the order in which they came. */
public final class Slots {
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private final AtomicInteger handingOver = new AtomicInteger();
    private final IntSupplier slots;
    private int taken;

    Slots(int slots) {
        this(() -> slots);
    }

    /** @param slots as many as there are at the moment; asked under a lock, so it must call nobody */
    public Slots(IntSupplier slots) {
        this.slots = slots;
    }

    /** Runs {@code call} in a slot of its own, given back however the call ends, cancellation included. */
    public <T> Uni<T> in(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            Seat seat = new Seat();
            return Uni.createFrom()
                    .<Void>emitter(seat::take)
                    .chain(() -> call.get())
                    .onTermination()
                    .invoke(seat::leave);
        });
    }

    /**
     * Lets in whoever is next; to be called when there are more slots than before. A call that ends while it is being let
     * in is seen by the loop that let it in, not by one more on top of it: with many in the queue, the stack would not
     * last.
     */
    public void handOver() {
        if (handingOver.getAndIncrement() > 0) {
            return;
        }
        do {
            for (Seat next = next(); next != null; next = next()) {
                Objects.requireNonNull(next.caller).complete(null);
            }
        } while (handingOver.decrementAndGet() > 0);
    }

    private synchronized @Nullable Seat next() {
        Seat next = taken < slots.getAsInt() ? waiting.pollFirst() : null;
        if (next != null) {
            taken++;
            next.isTaken = true;
        }
        return next;
    }

    private synchronized void queue(Seat seat) {
        if (!seat.hasLeft) { // else its call was cancelled before its turn to queue came
            waiting.addLast(seat);
        }
    }

    private synchronized void release(Seat seat) {
        seat.hasLeft = true;
        if (seat.isTaken) {
            taken--;
        } else {
            waiting.remove(seat);
        }
    }

    /** One call's place, in the queue or in a slot; its state changes under the lock, its caller is told outside. */
    private final class Seat {
        private @Nullable UniEmitter<? super Void> caller;
        private boolean isTaken;
        private boolean hasLeft;

        void take(UniEmitter<? super Void> emitter) {
            caller = emitter;
            queue(this);
            handOver();
        }

        void leave() {
            release(this);
            handOver();
        }
    }
}
