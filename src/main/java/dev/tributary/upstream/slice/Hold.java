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

    /** Nothing, if it comes after the end. */
    synchronized void arrived(Look look) {
        weight.learn(look.page().records().size(), look.bytes());
        hold(held + RowWeight.onHeap(look.bytes()));
    }

    /** Of all that arrived, so many rows are still there. */
    public synchronized void keepsRows(int rows) {
        hold(weight.of(rows));
    }

    /** Nothing is held any more, nor will be. */
    public synchronized void release() {
        hold(0);
        memory.give(ahead);
        ahead = 0;
        isReleased = true;
    }

    private void hold(long bytes) {
        long before = beyond();
        held = isReleased ? 0 : bytes;
        long more = beyond() - before;
        if (more > 0) {
            memory.arrived(more);
        } else {
            memory.gone(-more);
        }
    }

    /** What is more than was taken for it. */
    private long beyond() {
        return Math.max(0, held - ahead);
    }
}
