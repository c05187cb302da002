package dev.tributary.simulator.population;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The rows that a query finds, told in the upstream's order. */
public final class Selection {
    private final Population population;
    private final Readings readings;
    private final Indices found;

    private Selection(Population population, Readings readings, Indices found) {
        this.population = population;
        this.readings = readings;
        this.found = found;
    }

    /** What there is to be found at that time: no row of the future, none that retention has taken. */
    public static Selection visible(Population population, Readings readings, Instant now) {
        long end = population.firstAt(now.toEpochMilli() + 1);
        long start = readings.retention() == null
                ? 0
                : population.firstAt(now.minus(readings.retention()).toEpochMilli());
        return new Selection(population, readings, new Range(start, Math.max(start, end)));
    }

    /** Rows by their time; bounds count the readings' unit. */
    public Selection between(long start, long end) {
        return between(readings.bounds().span(start, end, readings.unit()));
    }

    /** Files by begin, end or both, as the readings say; bounds are epoch seconds. */
    public Selection filesBetween(long startSeconds, long endSeconds) {
        Bounds.Span span = readings.bounds().span(startSeconds, endSeconds, TimeUnit.SECONDS);
        // A file that begins in the span ends at most the longest file's length after it: no need to look further.
        Bounds.Span near =
                new Bounds.Span(span.from(), span.until() + population.longest().toMillis());
        return switch (readings.files()) {
            case BY_END -> between(span);
            case BY_BEGIN -> between(near).where(row -> span.holds(row.begin().toEpochMilli()));
            case BY_OVERLAP -> between(near).where(row -> row.begin().toEpochMilli() < span.until());
        };
    }

    private Selection between(Bounds.Span span) {
        return new Selection(
                population, readings, found.between(population.firstAt(span.from()), population.firstAt(span.until())));
    }

    /** Rows that match; looks at every row that was found so far. */
    public Selection where(Predicate<Row> wanted) {
        long[] matching = LongStream.range(0, found.size())
                .map(found::at)
                .filter(index -> wanted.test(population.row(index)))
                .toArray();
        return new Selection(population, readings, new Listed(matching));
    }

    public long size() {
        return found.size();
    }

    /** At most {@code limit} rows by index, from the position {@code offset} on. */
    public List<Long> page(long offset, int limit) {
        long end = Math.min(size(), offset + limit);
        return LongStream.range(Math.min(offset, end), end)
                .map(position -> found.at(readings.order().rankAt(position, size())))
                .boxed()
                .toList();
    }

    /** Where the row of that index is told, if it was found. */
    public OptionalLong positionOf(long index) {
        return found.rankOf(index).stream()
                .map(rank -> readings.order().positionOf(rank, size()))
                .findFirst();
    }

    /** Ascending indices. */
    private sealed interface Indices {
        long size();

        long at(long rank);

        OptionalLong rankOf(long index);

        Indices between(long first, long end);
    }

    private record Range(long first, long end) implements Indices {
        @Override
        public long size() {
            return end - first;
        }

        @Override
        public long at(long rank) {
            return first + rank;
        }

        @Override
        public OptionalLong rankOf(long index) {
            return first <= index && index < end ? OptionalLong.of(index - first) : OptionalLong.empty();
        }

        @Override
        public Indices between(long from, long until) {
            long start = Math.max(first, from);
            return new Range(start, Math.max(start, Math.min(end, until)));
        }
    }

    private record Listed(long[] indices) implements Indices {
        @Override
        public long size() {
            return indices.length;
        }

        @Override
        public long at(long rank) {
            return indices[Math.toIntExact(rank)];
        }

        @Override
        public OptionalLong rankOf(long index) {
            int rank = Arrays.binarySearch(indices, index);
            return rank < 0 ? OptionalLong.empty() : OptionalLong.of(rank);
        }

        @Override
        public Indices between(long from, long until) {
            return new Listed(Arrays.stream(indices)
                    .filter(index -> from <= index && index < until)
                    .toArray());
        }
    }
}
