package dev.tributary.source;

/** One query's part of the {@link BufferPool}: at first what it needs to go on, later what it really holds. */
public final class Reservation {
    private final BufferPool pool;
    private final int part;
    private long held;
    private boolean isClosed;

    /** @param part of a whole page that a page may be: 1 is all of it, 2 a half */
    Reservation(BufferPool pool, long held, int part) {
        this.pool = pool;
        this.held = held;
        this.part = part;
    }

    static Reservation unlimited() {
        return new Reservation(new BufferPool(Long.MAX_VALUE), 0, 1);
    }

    /**
     * How many rows a page may have for this query.
     *
     * @param whole rows of a page of that source
     * @return 1 or more
     */
    public int rowsOfPage(int whole) {
        return Math.max(1, whole / part);
    }

    /**
     * For what need not be read now.
     *
     * @return false, and nothing taken, if less is left or a query waits for its part
     */
    public synchronized boolean tryTake(long bytes) {
        boolean isTaken = !isClosed && pool.tryTake(bytes);
        held += isTaken ? bytes : 0;
        return isTaken;
    }

    /** For what has arrived already. Never waits, so that no two queries wait for each other; the next ones do. */
    public synchronized void take(long bytes) {
        if (!isClosed) {
            pool.take(bytes);
            held += bytes;
        }
    }

    /** @param bytes that were taken before */
    public void give(long bytes) {
        pool.give(release(bytes));
    }

    void close() {
        pool.give(releaseAll());
    }

    private synchronized long release(long bytes) {
        long released = Math.min(held, bytes);
        held -= released;
        return released;
    }

    private synchronized long releaseAll() {
        isClosed = true;
        return release(held);
    }

    synchronized long held() {
        return held;
    }
}
