package dev.tributary.simulator.population;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * All rows that one upstream ever had or will have, by their index. Their times never decrease with the index, so that
 * a span of time is found by halving, and a million rows cost no memory when they are computed.
 */
public interface Population {

    long size();

    /** @param index from 0 to {@code size() - 1}; the same index always gives the same row */
    Row row(long index);

    /** The row's time in epoch milliseconds; worth overriding where it costs less than the row. */
    default long timeOf(long index) {
        return row(index).time().toEpochMilli();
    }

    /** A number that a row keeps for as long as it exists, though its index may change as others come and go. */
    default long numberOf(long index) {
        return index;
    }

    /** The index of the row of that number, if there is one. */
    default OptionalLong indexOf(long number) {
        return OptionalLong.of(number);
    }

    /** Where the row stands in the list as it was written down. */
    default long placeOf(long index) {
        return index;
    }

    /** No row's time is further than this from its begin. */
    default Duration longest() {
        return Duration.ZERO;
    }

    /** The index of the first row at or after the instant, {@link #size} if there is none. */
    default long firstAt(long epochMillis) {
        long low = 0;
        long high = size();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (timeOf(middle) < epochMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** These rows, sorted by time; rows of one time keep their order. {@link Order.AsListed} tells them as they are. */
    static Population of(List<Row> rows) {
        return ListedPopulation.of(rows);
    }

    /** See {@link #of(List)}. */
    static Population of(Row... rows) {
        return of(List.of(rows));
    }

    static Population empty() {
        return of(List.of());
    }

    /**
     * Rows computed when they are asked for.
     *
     * @param row gives the same row for the same index, and times that never decrease with it
     */
    static Population computed(long size, LongFunction<Row> row) {
        return new ComputedPopulation(size, row);
    }
}
