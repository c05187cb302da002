package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something there is only so much of, and the queue of those who wait for their part: first come, first served, each with
 * all it needs at once, and none for longer than it likes.
 */
public final class Turnstile {
    private final Executor executor;
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private long left; // below zero if more was taken than there was

    /** @param capacity 1 or more */
    public Turnstile(long capacity) {
        this(capacity, task -> Infrastructure.getDefaultExecutor().execute(task));
    }

    /** @param executor of those who had to wait; not the stack of whoever gave them room, which may hold locks */
    Turnstile(long capacity, Executor executor) {
        this.executor = executor;
        this.left = capacity;
    }

    /**
     * Does {@code work} with one part, given back however the work ends, cancellation included.
     *
     * @param wait in the queue, at most; more than zero
     * @param work told whether it has its part; not if there was none in time
     */
    public <T> Uni<T> withOne(Duration wait, Function<Boolean, Uni<T>> work) {
        return with(1, () -> give(1), wait, work);
    }

    /**
     * See {@link #withOne}.
     *
     * @param giveBack called once, of one who had his part
     */
    <T> Uni<T> with(long need, Runnable giveBack, Duration wait, Function<Boolean, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Seat seat = new Seat(need, giveBack);
            return turnOf(seat, wait)
                    .chain(() -> work.apply(leaveQueue(seat)))
                    .onTermination()
                    .invoke(seat::leave);
        });
    }

    /** Only who must wait has a timer: Mutiny keeps each until it would have been due. */
    private Uni<Void> turnOf(Seat seat, Duration wait) {
        return takesAtOnce(seat)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .<Void>emitter(seat::take)
                        .ifNoItem()
                        .after(wait)
                        .recoverWithUni(Uni.createFrom().voidItem());
    }

    /** Whoever waits for a part of his own comes before what others would like beside theirs. */
    synchronized boolean tryTake(long amount) {
        return waiting.isEmpty() && tryKeep(amount);
    }

    synchronized boolean tryKeep(long amount) {
        boolean isLeft = amount <= left;
        left -= isLeft ? amount : 0;
        return isLeft;
    }

    synchronized void take(long amount) {
        left -= amount;
    }

    void give(long amount) {
        take(-amount);
        handOver();
    }

    /** What is there just now; below zero if more was taken. */
    public synchronized long left() {
        return left;
    }

    /** How many wait for their part. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Each begins in a task of its own: none delays the next one, or takes it down. */
    private void handOver() {
        for (Seat next = next(); next != null; next = next()) {
            executor.execute(next::begin);
        }
    }

    private synchronized @Nullable Seat next() {
        Seat first = waiting.peekFirst();
        return first != null && isTakenBy(first) ? waiting.pollFirst() : null;
    }

    /** @return whether it need not wait */
    private synchronized boolean takesOrQueues(Seat seat) {
        boolean isTaken = takesAtOnce(seat);
        if (!isTaken && !seat.hasLeftQueue) { // else its time was over before its turn to queue came
            waiting.addLast(seat);
        }
        return isTaken;
    }

    private synchronized boolean takesAtOnce(Seat seat) {
        return waiting.isEmpty() && isTakenBy(seat);
    }

    private synchronized boolean isTakenBy(Seat seat) {
        seat.isTaken = !seat.hasLeftQueue && tryKeep(seat.need);
        seat.hasLeftQueue |= seat.isTaken;
        return seat.isTaken;
    }

    /** From now on it waits no more; whether it has its part. */
    private synchronized boolean leaveQueue(Seat seat) {
        if (!seat.hasLeftQueue) {
            waiting.remove(seat);
        }
        seat.hasLeftQueue = true;
        return seat.isTaken;
    }

    /** One place, in the queue or behind it; its state changes under the lock, its owner is told outside. */
    private final class Seat {
        private final long need;
        private final Runnable giveBack;
        private @Nullable UniEmitter<? super Void> owner;
        private boolean isTaken;
        private boolean hasLeftQueue;

        Seat(long need, Runnable giveBack) {
            this.need = need;
            this.giveBack = giveBack;
        }

        /** At once if there is room: this is the owner's own stack. */
        void take(UniEmitter<? super Void> emitter) {
            owner = emitter;
            if (takesOrQueues(this)) {
                begin();
            }
        }

        void begin() {
            Objects.requireNonNull(owner).complete(null);
        }

        void leave() {
            if (leaveQueue(this)) {
                giveBack.run();
            }
            handOver();
        }
    }
}
