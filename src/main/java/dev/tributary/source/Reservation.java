package dev.tributary.source;

/**
 * One query's part of the {@link BufferPool}: what it keeps till its end; what it reserved for pages, or what has arrived
 * if that is more; and what was taken later. Everything is given back when the query ends.
 */
public final class Reservation {
    private final Turnstile pool;
    private final long others;
    private final long pages;
    private final int divisor;
    private long arrived;
    private long taken;
    private boolean isClosed;

    /**
     * @param others bytes that are held till the end
     * @param pages bytes reserved for what arrives
     * @param divisor of a whole page's rows: 1 is all of it, 2 a half
     */
    Reservation(Turnstile pool, long others, long pages, int divisor) {
        this.pool = pool;
        this.others = others;
        this.pages = pages;
        this.divisor = divisor;
    }

    static Reservation unlimited() {
        return new Reservation(new Turnstile(Long.MAX_VALUE), 0, 0, 1);
    }

    /**
     * How many rows a page may have for this query.
     *
     * @param whole rows of a page of that source
     * @return 1 or more
     */
    public int rowsOfPage(int whole) {
        return Math.max(1, whole / divisor);
    }

    /**
     * Takes more, for what need not be read now.
     *
     * @return false, and nothing is taken, if less is left or a query waits for its part
     */
    public synchronized boolean tryTake(long bytes) {
        return took(bytes, !isClosed && pool.tryTake(bytes));
    }

    /**
     * Takes more, for what this query cannot do without: whoever waits has to wait longer.
     *
     * @return false, and nothing is taken, if less is left
     */
    public synchronized boolean tryKeep(long bytes) {
        return took(bytes, !isClosed && pool.tryKeep(bytes));
    }

    private boolean took(long bytes, boolean isTaken) {
        taken += isTaken ? bytes : 0;
        return isTaken;
    }

    /** @param bytes of those that {@link #tryTake} or {@link #tryKeep} took */
    public void give(long bytes) {
        change(0, -bytes);
    }

    /**
     * Something has been read for which nothing was taken. What is more than was reserved for it is taken without waiting, so
     * that no two queries wait for each other; those that have not begun wait for it.
     */
    public void arrived(long bytes) {
        change(bytes, 0);
    }

    /** What had arrived has been handed over, or dropped. */
    public void gone(long bytes) {
        change(-bytes, 0);
    }

    private void change(long ofArrived, long ofTaken) {
        long spare = spare(ofArrived, ofTaken);
        if (spare > 0) {
            pool.give(spare);
        }
    }

    /** What it now holds less. What it holds more is taken at once. */
    private synchronized long spare(long ofArrived, long ofTaken) {
        long before = held();
        arrived += ofArrived;
        taken += ofTaken;
        long spare = isClosed ? 0 : before - held();
        pool.take(Math.max(0, -spare));
        return spare;
    }

    void close() {
        pool.give(lastHeld());
    }

    private synchronized long lastHeld() {
        long last = isClosed ? 0 : held();
        isClosed = true;
        return last;
    }

    synchronized long held() {
        return others + Math.max(pages, arrived) + taken;
    }
}
