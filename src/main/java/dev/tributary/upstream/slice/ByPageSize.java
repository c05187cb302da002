package dev.tributary.upstream.slice;

import dev.tributary.source.Reservation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What reads a source in whole pages, and what reads it in smaller ones for queries that cannot hold those. */
public final class ByPageSize<R> {
    private final ReadSettings settings;
    private final Function<ReadSettings, R> open;
    private final Map<Integer, R> opened = new ConcurrentHashMap<>();

    /** @param open called once for each page size that is needed */
    public ByPageSize(ReadSettings settings, Function<ReadSettings, R> open) {
        this.settings = settings;
        this.open = open;
    }

    R whole() {
        return of(settings.pageSize());
    }

    /** With pages as large as the query's memory allows. */
    public R within(Reservation memory) {
        return of(memory.rowsOfPage(settings.pageSize()));
    }

    private R of(int rows) {
        return opened.computeIfAbsent(rows, size -> open.apply(settings.withPageSize(size)));
    }
}
