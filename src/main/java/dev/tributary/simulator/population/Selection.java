package dev.tributary.simulator.population;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The rows that a query finds, told in the upstream's order. */
public final class Selection {
    private final Found found;
    private final Readings readings;
    private final Call call;

    private Selection(Found found, Readings readings, Call call) {
        this.found = found;
        this.readings = readings;
        this.call = call;
    }

    /** What there is to be found at that time: no row of the future, none that retention has taken. */
    public static Selection visible(Population population, Readings readings, Call call, Instant now) {
        long oldest = readings.retention() == null
                ? Long.MIN_VALUE
                : now.minus(readings.retention()).toEpochMilli();
        Bounds.Span span = new Bounds.Span(oldest, now.toEpochMilli() + 1);
        return new Selection(Found.all(population).between(span), readings, call);
    }

    /** Rows by their time; bounds count the readings' unit. */
    public Selection between(long start, long end) {
        return between(readings.bounds().span(start, end, readings.unit()));
    }

    /** Files by begin, end or both, as the readings say; bounds are epoch seconds. */
    public Selection filesBetween(long startSeconds, long endSeconds) {
        Bounds.Span span = readings.bounds().span(startSeconds, endSeconds, TimeUnit.SECONDS);
        // A file that begins in the span ends at most the longest file's length after it: no need to look further.
        Bounds.Span near = new Bounds.Span(
                span.from(), span.until() + found.population().longest().toMillis());
        return switch (readings.files()) {
            case BY_END -> between(span);
            case BY_BEGIN -> between(near).where(row -> span.holds(row.begin().toEpochMilli()));
            case BY_OVERLAP -> between(near).where(row -> row.begin().toEpochMilli() < span.until());
        };
    }

    private Selection between(Bounds.Span span) {
        return new Selection(found.between(span), readings, call);
    }

    /** Rows that match; looks at every row that was found so far. */
    public Selection where(Predicate<Row> wanted) {
        return new Selection(found.where(wanted), readings, call);
    }

    /** At most {@code limit} rows from the position {@code offset} on, fewer where the readings say so. */
    public Page page(long offset, int limit) {
        long end = Math.min(found.size(), offset + Math.min(limit, readings.mostRows()));
        List<Page.NumberedRow> rows = told().ranks(Math.min(offset, end), end)
                .mapToObj(rank -> new Page.NumberedRow(found.numberAt(rank), found.rowAt(rank)))
                .toList();
        return new Page(readings.totals().told(found.size(), rows.size()), rows);
    }

    /** Where the row of that number is told, if it was found. */
    public OptionalLong positionOf(long number) {
        return found.rankOf(number).stream().map(told()::positionOf).findFirst();
    }

    private Told told() {
        return readings.order().told(found, call);
    }
}
