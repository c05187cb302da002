package dev.tributary.simulator.population;

/** In which order an upstream tells the rows that it found; documented for none of the four. */
public sealed interface Order {
    /** Where the {@code rank}-th oldest of {@code size} rows is told. */
    long positionOf(long rank, long size);

    /** Which of {@code size} rows, by age from the oldest, is told at the position. */
    long rankAt(long position, long size);

    /** Newest first, as in the example of SWR. */
    record NewestFirst() implements Order {
        @Override
        public long positionOf(long rank, long size) {
            return size - 1 - rank;
        }

        @Override
        public long rankAt(long position, long size) {
            return size - 1 - position;
        }
    }

    /** Oldest first, as in the example of GaussDB. */
    record OldestFirst() implements Order {
        @Override
        public long positionOf(long rank, long size) {
            return rank;
        }

        @Override
        public long rankAt(long position, long size) {
            return position;
        }
    }

    /** No order at all; the same rows come in the same order every time, one row more shuffles them anew. */
    record Shuffled(long seed) implements Order {
        @Override
        public long positionOf(long rank, long size) {
            return new Permutation(seed, size).of(rank);
        }

        @Override
        public long rankAt(long position, long size) {
            return new Permutation(seed, size).inverseOf(position);
        }
    }
}
