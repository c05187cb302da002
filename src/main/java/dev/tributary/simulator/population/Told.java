package dev.tributary.simulator.population;

import java.util.stream.LongStream;

/** Found rows in the order in which they are told; a rank counts them by age from the oldest, 0 on. */
interface Told {
    /** The rows from one position to just before another, both at most the number of rows. */
    LongStream ranks(long position, long end);

    /** Where the row is told. */
    long positionOf(long rank);

    /** The other way round. */
    default Told reversed(long size) {
        Told straight = this;
        return new Told() {
            @Override
            public LongStream ranks(long position, long end) {
                long[] backward = straight.ranks(size - end, size - position).toArray();
                return LongStream.range(0, backward.length).map(i -> backward[backward.length - 1 - (int) i]);
            }

            @Override
            public long positionOf(long rank) {
                return size - 1 - straight.positionOf(rank);
            }
        };
    }
}
