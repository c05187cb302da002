package dev.tributary.simulator.population;

import java.util.Arrays;
import java.util.OptionalLong;

/** Ascending indices of a population. */
sealed interface Indices {
    long size();

    long at(long rank);

    /** How many are less than the index. */
    long below(long index);

    Indices between(long first, long end);

    /** How many are less than the index, if it is among them. */
    default OptionalLong rankOf(long index) {
        long rank = below(index);
        return rank < size() && at(rank) == index ? OptionalLong.of(rank) : OptionalLong.empty();
    }

    /** All from the first to just before the end. */
    record Range(long first, long end) implements Indices {
        public Range {
            end = Math.max(first, end);
        }

        @Override
        public long size() {
            return end - first;
        }

        @Override
        public long at(long rank) {
            return first + rank;
        }

        @Override
        public long below(long index) {
            return Math.max(0, Math.min(end, index) - first);
        }

        @Override
        public Indices between(long from, long until) {
            return new Range(Math.max(first, from), Math.min(end, until));
        }
    }

    /** Any. */
    record Listed(long[] indices) implements Indices {
        @Override
        public long size() {
            return indices.length;
        }

        @Override
        public long at(long rank) {
            return indices[Math.toIntExact(rank)];
        }

        @Override
        public long below(long index) {
            int rank = Arrays.binarySearch(indices, index);
            return rank < 0 ? -rank - 1 : rank;
        }

        @Override
        public Indices between(long from, long until) {
            int first = (int) below(from);
            return new Listed(Arrays.copyOfRange(indices, first, Math.max(first, (int) below(until))));
        }
    }
}
