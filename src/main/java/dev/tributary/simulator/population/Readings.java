package dev.tributary.simulator.population;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an upstream reads what its documentation leaves open, and how long it keeps rows.
 *
 * @param unit the unit of HSS's {@code start_time} and {@code end_time}
 * @param retention rows older than this are gone; null keeps them for ever
 * @param mostRows no answer tells more rows than this, whatever it was asked for; 1 or more
 */
public record Readings(
        Order order,
        Bounds bounds,
        TimeUnit unit,
        FileFilter files,
        LineNumbers lineNumbers,
        @Nullable Duration retention,
        Totals totals,
        int mostRows) {

    /**
     * What is most likely of the real upstreams: newest first, bounds inclusive, milliseconds, files by
     * overlap, everything kept, totals exact, pages as large as asked for.
     */
    public static Readings usual() {
        return new Readings(
                new Order.NewestFirst(),
                Bounds.INCLUSIVE,
                TimeUnit.MILLISECONDS,
                FileFilter.BY_OVERLAP,
                new LineNumbers(LineNumbers.Form.TEXT, LineNumbers.Paging.OFFSET_FROM_START),
                null,
                new Totals.Exact(),
                Integer.MAX_VALUE);
    }

    public Readings in(Order other) {
        return new Readings(other, bounds, unit, files, lineNumbers, retention, totals, mostRows);
    }

    public Readings with(Bounds other) {
        return new Readings(order, other, unit, files, lineNumbers, retention, totals, mostRows);
    }

    public Readings with(TimeUnit other) {
        return new Readings(order, bounds, other, files, lineNumbers, retention, totals, mostRows);
    }

    public Readings with(FileFilter other) {
        return new Readings(order, bounds, unit, other, lineNumbers, retention, totals, mostRows);
    }

    public Readings with(LineNumbers other) {
        return new Readings(order, bounds, unit, files, other, retention, totals, mostRows);
    }

    public Readings keeping(Duration other) {
        return new Readings(order, bounds, unit, files, lineNumbers, other, totals, mostRows);
    }

    public Readings with(Totals other) {
        return new Readings(order, bounds, unit, files, lineNumbers, retention, other, mostRows);
    }

    /** See {@link Totals.CappedAt}. */
    public Readings cappingTotalsAt(long most) {
        return with(new Totals.CappedAt(most));
    }

    /** A smaller maximum page than the documented one, which still bounds what may be asked for. */
    public Readings withAtMostRows(int most) {
        return new Readings(order, bounds, unit, files, lineNumbers, retention, totals, most);
    }
}
