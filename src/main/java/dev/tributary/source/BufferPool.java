package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap all queries of this process together may fill with what they read. Each takes what it needs to go
 * on before it begins, all at once, in the order in which they came: none waits while it holds a part.
 */
public final class BufferPool {
    /** A page of a smaller part than that of a whole one would cost more calls than it spares memory. */
    private static final int LARGEST_DIVISOR = 16;

    private final long capacity;
    private final Executor executor;
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private long left; // below zero if more arrived than was reckoned with

    /** @param capacity bytes, 1 or more */
    public BufferPool(long capacity) {
        this(capacity, task -> Infrastructure.getDefaultExecutor().execute(task));
    }

    /** @param executor of those who had to wait; not the stack of whoever gave them room, which may hold locks */
    BufferPool(long capacity, Executor executor) {
        this.capacity = capacity;
        this.executor = executor;
        this.left = capacity;
    }

    /**
     * Does {@code work} with a part of the pool, given back however the work ends, cancellation included. One that needs
     * more than three quarters of the pool gets these, and smaller pages: it shall find its place beside small ones.
     *
     * @param pages bytes of one whole page of each source
     * @param others bytes that are held till the end; of more than half of the pool, the half is reserved
     * @param wait in the queue, at most; more than zero
     * @param work given nothing if there was no room in time
     */
    public <T> Uni<T> holding(long pages, long others, Duration wait, Function<Optional<Reservation>, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Seat seat = seat(pages, others);
            return Uni.createFrom()
                    .<Void>emitter(seat::take)
                    .ifNoItem()
                    .after(wait)
                    .recoverWithUni(Uni.createFrom().voidItem())
                    .chain(() -> work.apply(seat.taken()))
                    .onTermination()
                    .invoke(seat::leave);
        });
    }

    private Seat seat(long pages, long others) {
        long kept = Math.min(others, capacity / 2);
        long rest = capacity - capacity / 4 - kept;
        int divisor = 1;
        while (pages / divisor > rest && divisor < LARGEST_DIVISOR) {
            divisor *= 2;
        }
        return new Seat(new Reservation(this, kept, Math.min(rest, pages / divisor), divisor));
    }

    /** Whoever waits for a place of his own comes before what others would like beside theirs. */
    synchronized boolean tryTake(long bytes) {
        return waiting.isEmpty() && tryKeep(bytes);
    }

    synchronized boolean tryKeep(long bytes) {
        boolean isLeft = bytes <= left;
        left -= isLeft ? bytes : 0;
        return isLeft;
    }

    synchronized void take(long bytes) {
        left -= bytes;
    }

    void give(long bytes) {
        take(-bytes);
        handOver();
    }

    synchronized long left() {
        return left;
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
        boolean isTaken = waiting.isEmpty() && isTakenBy(seat);
        if (!isTaken && !seat.hasLeftQueue) { // else its time was over before its turn to queue came
            waiting.addLast(seat);
        }
        return isTaken;
    }

    private synchronized boolean isTakenBy(Seat seat) {
        seat.isTaken = !seat.hasLeftQueue && tryKeep(seat.need);
        seat.hasLeftQueue |= seat.isTaken;
        return seat.isTaken;
    }

    private synchronized boolean leaveQueue(Seat seat) {
        if (!seat.hasLeftQueue) {
            waiting.remove(seat);
        }
        seat.hasLeftQueue = true;
        return seat.isTaken;
    }

    /** One query's place, in the queue or in the pool; its state changes under the lock, the query is told outside. */
    private final class Seat {
        private final Reservation reservation;
        private final long need;
        private @Nullable UniEmitter<? super Void> query;
        private boolean isTaken;
        private boolean hasLeftQueue;

        Seat(Reservation reservation) {
            this.reservation = reservation;
            this.need = reservation.held();
        }

        /** At once if there is room: this is the query's own stack. */
        void take(UniEmitter<? super Void> emitter) {
            query = emitter;
            if (takesOrQueues(this)) {
                begin();
            }
        }

        void begin() {
            Objects.requireNonNull(query).complete(null);
        }

        /** From now on it waits no more. */
        Optional<Reservation> taken() {
            return leaveQueue(this) ? Optional.of(reservation) : Optional.empty();
        }

        void leave() {
            if (leaveQueue(this)) {
                reservation.close();
            }
            handOver();
        }
    }
}
