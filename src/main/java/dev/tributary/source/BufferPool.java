package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap all queries of this process together may fill with what they read. Each takes what it needs to go
 * on before it begins, all at once, in the order in which they came: none waits while it holds a part.
 */
public final class BufferPool {
    /** A page of fewer rows than that part of a whole one would cost more calls than it spares memory. */
    private static final int SMALLEST_PART = 16;

    private final long capacity;
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private final AtomicInteger handingOver = new AtomicInteger();
    private long left; // below zero if more arrived than was reckoned with

    /** @param capacity bytes, 1 or more */
    public BufferPool(long capacity) {
        this.capacity = capacity;
        this.left = capacity;
    }

    /**
     * Does {@code work} with a part of the pool, given back however the work ends, cancellation included. What even the
     * empty pool could not hold gets all of it, and smaller pages.
     *
     * @param pages bytes of one whole page of each source
     * @param others bytes that are needed beside them
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
        int part = 1;
        while (pages / part > capacity - others && part < SMALLEST_PART) {
            part *= 2;
        }
        return new Seat(Math.min(capacity, pages / part + others), part);
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

    /**
     * Lets in whoever is next. A query that ends while it is being let in is seen by the loop that let it in, not by one
     * more on top of it: with many in the queue, the stack would not last.
     */
    private void handOver() {
        if (handingOver.getAndIncrement() > 0) {
            return;
        }
        do {
            for (Seat next = next(); next != null; next = next()) {
                Objects.requireNonNull(next.query).complete(null);
            }
        } while (handingOver.decrementAndGet() > 0);
    }

    private synchronized @Nullable Seat next() {
        Seat first = waiting.peekFirst();
        if (first == null || first.need > left) {
            return null;
        }
        left -= first.need;
        first.isTaken = true;
        first.hasLeftQueue = true;
        return waiting.pollFirst();
    }

    /** Unless its time was over before its turn to queue came. */
    private synchronized void queue(Seat seat) {
        if (!seat.hasLeftQueue) {
            waiting.addLast(seat);
        }
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
        private final long need;
        private final Reservation reservation;
        private @Nullable UniEmitter<? super Void> query;
        private boolean isTaken;
        private boolean hasLeftQueue;

        Seat(long need, int part) {
            this.need = need;
            this.reservation = new Reservation(BufferPool.this, need, part);
        }

        void take(UniEmitter<? super Void> emitter) {
            query = emitter;
            queue(this);
            handOver();
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
