package dev.tributary.simulator.population;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an upstream reads what its documentation leaves open, and how long it keeps rows.
 *
 * @param unit the unit of HSS's {@code start_time} and {@code end_time}
 * @param retention rows older than this are gone; null keeps them for ever
 */
public record Readings(
        Order order,
        Bounds bounds,
        TimeUnit unit,
        FileFilter files,
        LineNumbers lineNumbers,
        @Nullable Duration retention) {

    /** What is most likely of the real upstreams: newest first, bounds inclusive, milliseconds, files by overlap. */
    public static Readings usual() {
        return new Readings(
                new Order.NewestFirst(),
                Bounds.INCLUSIVE,
                TimeUnit.MILLISECONDS,
                FileFilter.BY_OVERLAP,
                new LineNumbers(LineNumbers.Form.TEXT, LineNumbers.Paging.OFFSET_FROM_START),
                null);
    }

    public Readings in(Order other) {
        return new Readings(other, bounds, unit, files, lineNumbers, retention);
    }

    public Readings with(Bounds other) {
        return new Readings(order, other, unit, files, lineNumbers, retention);
    }

    public Readings with(TimeUnit other) {
        return new Readings(order, bounds, other, files, lineNumbers, retention);
    }

    public Readings with(FileFilter other) {
        return new Readings(order, bounds, unit, other, lineNumbers, retention);
    }

    public Readings with(LineNumbers other) {
        return new Readings(order, bounds, unit, files, other, retention);
    }

    public Readings keeping(Duration other) {
        return new Readings(order, bounds, unit, files, lineNumbers, other);
    }
}
