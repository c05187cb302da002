package dev.tributary.upstream.slice;

import dev.tributary.source.Reservation;

/** What one part of a reading holds of its query's memory. */
public final class Hold {
    private final Reservation memory;
    private final RowWeight weight = new RowWeight();
    private long ahead;
    private long held;
    private boolean isReleased;

    /** Of what the query has reserved from the beginning. */
    public Hold(Reservation memory) {
        this(memory, 0);
    }

    /** @param ahead bytes of the heap that were taken for it alone */
    Hold(Reservation memory, long ahead) {
        this.memory = memory;
        this.ahead = ahead;
    }

    void arrived(Look look) {
        weight.learn(look.page().records().size(), look.bytes());
        memory.arrived(added(RowWeight.onHeap(look.bytes())));
    }

    /** Of all that arrived, so many rows are still there. */
    public void keepsRows(int rows) {
        long bytes = weight.of(rows);
        memory.arrived(bytes);
        memory.gone(replaced(bytes));
    }

    /** Nothing is held any more, nor will be. */
    public void release() {
        memory.gone(replaced(0));
        memory.give(ended());
    }

    /** What is more than was taken for it. */
    private synchronized long added(long bytes) {
        long before = beyond();
        held += isReleased ? 0 : bytes;
        return beyond() - before;
    }

    private synchronized long replaced(long bytes) {
        long before = beyond();
        held = bytes;
        return before;
    }

    private synchronized long ended() {
        long last = ahead;
        ahead = 0;
        isReleased = true;
        return last;
    }

    private long beyond() {
        return Math.max(0, held - ahead);
    }
}
