package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How much of the heap all queries of this process together may fill with what they read. Each takes what it needs to go
 * on before it begins, all at once, in the order in which they came: none waits while it holds a part.
 */
public final class BufferPool {
    /** A page of a smaller part than that of a whole one would cost more calls than it spares memory. */
    private static final int LARGEST_DIVISOR = 16;

    private final long capacity;
    private final Turnstile bytes;

    /** @param capacity bytes, 1 or more */
    public BufferPool(long capacity) {
        this(capacity, new Turnstile(capacity));
    }

    /** @param executor see {@link Turnstile} */
    BufferPool(long capacity, Executor executor) {
        this(capacity, new Turnstile(capacity, executor));
    }

    private BufferPool(long capacity, Turnstile bytes) {
        this.capacity = capacity;
        this.bytes = bytes;
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
            Reservation part = part(pages, others);
            return bytes.with(
                    part.held(),
                    part::close,
                    wait,
                    isHeld -> work.apply(Optional.of(part).filter(any -> isHeld)));
        });
    }

    private Reservation part(long pages, long others) {
        long kept = Math.min(others, capacity / 2);
        long rest = capacity - capacity / 4 - kept;
        int divisor = 1;
        while (pages / divisor > rest && divisor < LARGEST_DIVISOR) {
            divisor *= 2;
        }
        return new Reservation(bytes, kept, Math.min(rest, pages / divisor), divisor);
    }

    boolean tryTake(long amount) {
        return bytes.tryTake(amount);
    }

    long left() {
        return bytes.left();
    }

    /** Bytes, 0 or more; above {@link #capacity} for as long as more arrives than was foreseen. */
    public long held() {
        return capacity - bytes.left();
    }

    /** Bytes. */
    public long capacity() {
        return capacity;
    }

    /** How many wait for their part. */
    public int waiting() {
        return bytes.waiting();
    }
}
