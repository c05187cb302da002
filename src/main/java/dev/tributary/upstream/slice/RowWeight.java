package dev.tributary.upstream.slice;

/** What a row takes of the heap: the mean of those seen, the newer ones counting more. */
public final class RowWeight {
    /** A record on the heap, parsed and with its raw form, is about so many times as large as on the wire. */
    private static final long HEAP_BYTES_PER_WIRE_BYTE = 4;

    private static final double AT_FIRST = 2_048;
    private static final double PART_OF_THE_NEWEST = 0.25;

    private double mean = AT_FIRST;

    /** @param wireBytes of records, 0 or more */
    public static long onHeap(long wireBytes) {
        return HEAP_BYTES_PER_WIRE_BYTE * wireBytes;
    }

    /** @param wireBytes of all these rows together */
    synchronized void learn(long rows, long wireBytes) {
        if (rows > 0) {
            mean += PART_OF_THE_NEWEST * ((double) onHeap(wireBytes) / rows - mean);
        }
    }

    /** Bytes of the heap. */
    synchronized long of(double rows) {
        return Math.round(rows * mean);
    }
}
