package dev.tributary.simulator.population;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Rows sorted by their time and a delay of their own, oldest first. Only the neighbourhood of what is asked for is
 * looked at, so that a page of a million rows costs little more than its own rows.
 *
 * @param reach milliseconds; no delay is longer
 * @param delay of the row of that number, milliseconds
 * @param tie sorts rows that meet at one time, by their number
 */
record Drifted(Found found, long reach, LongUnaryOperator delay, LongUnaryOperator tie) implements Told {
    private static final Comparator<Place> ORDER =
            comparingLong(Place::time).thenComparing(comparing(Place::tie)).thenComparing(comparing(Place::rank));

    private record Place(long time, long tie, long rank) {}

    /** Whoever stands at a position is at most the reach older or newer than who would stand there by time alone. */
    @Override
    public LongStream ranks(long position, long end) {
        if (position >= end) {
            return LongStream.empty();
        }
        long first = found.firstAt(found.timeAt(position) - reach);
        long last = found.firstAt(found.timeAt(end - 1) + reach + 1);
        return places(first, last)
                .sorted(ORDER)
                .skip(position - first)
                .limit(end - position)
                .mapToLong(Place::rank);
    }

    /** All that is older by more than the reach comes before, all that is newer than the delayed time after. */
    @Override
    public long positionOf(long rank) {
        Place own = place(rank);
        long first = found.firstAt(own.time() - reach);
        return first
                + places(first, found.firstAt(own.time() + 1))
                        .filter(other -> ORDER.compare(other, own) < 0)
                        .count();
    }

    private Stream<Place> places(long first, long last) {
        return LongStream.range(first, last).mapToObj(this::place);
    }

    private Place place(long rank) {
        long number = found.numberAt(rank);
        return new Place(found.timeAt(rank) + delay.applyAsLong(number), tie.applyAsLong(number), rank);
    }
}
