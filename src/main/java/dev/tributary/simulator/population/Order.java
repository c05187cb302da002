package dev.tributary.simulator.population;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** In which order an upstream tells the rows that it found; documented for none of the four. */
public sealed interface Order permits Order.Computed, Order.AsListed, NearlyByTime {
    /** These rows in this order. */
    Told told(Found found, Call call);

    /** By time, newest first; to be loosened, see {@link NearlyByTime#disturbed} and {@link NearlyByTime#with}. */
    static NearlyByTime newestFirst(long seed) {
        return new NearlyByTime(true, Duration.ZERO, 0, Ties.STABLE, seed);
    }

    /** By time, oldest first; to be loosened, see {@link NearlyByTime#disturbed} and {@link NearlyByTime#with}. */
    static NearlyByTime oldestFirst(long seed) {
        return new NearlyByTime(false, Duration.ZERO, 0, Ties.STABLE, seed);
    }

    /** Orders that need to look at no row. */
    sealed interface Computed extends Order {
        /** Where the {@code rank}-th oldest of {@code size} rows is told. */
        long positionOf(long rank, long size);

        /** Which of {@code size} rows, by age from the oldest, is told at the position. */
        long rankAt(long position, long size);

        @Override
        default Told told(Found found, Call call) {
            long size = found.size();
            return new Told() {
                @Override
                public LongStream ranks(long position, long end) {
                    return LongStream.range(position, end).map(at -> rankAt(at, size));
                }

                @Override
                public long positionOf(long rank) {
                    return Computed.this.positionOf(rank, size);
                }
            };
        }
    }

    /** Newest first, as in the example of SWR. */
    record NewestFirst() implements Computed {
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
    record OldestFirst() implements Computed {
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
    record Shuffled(long seed) implements Computed {
        @Override
        public long positionOf(long rank, long size) {
            return new Permutation(seed, size).of(rank);
        }

        @Override
        public long rankAt(long position, long size) {
            return new Permutation(seed, size).inverseOf(position);
        }
    }

    /** As a test wrote them down, whatever their times say. Looks at every row found: for lists of some thousand. */
    record AsListed() implements Order {
        @Override
        public Told told(Found found, Call call) {
            List<Long> ranks = LongStream.range(0, found.size())
                    .boxed()
                    .sorted(comparingLong(found::placeAt))
                    .toList();
            return new Told() {
                @Override
                public LongStream ranks(long position, long end) {
                    return ranks.subList((int) position, (int) end).stream().mapToLong(Long::longValue);
                }

                @Override
                public long positionOf(long rank) {
                    return ranks.indexOf(rank);
                }
            };
        }
    }
}
