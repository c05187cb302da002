package dev.tributary.upstream.slice;

import dev.tributary.upstream.slice.TimeFilter.Bounds;
import java.time.Instant;
import java.util.List;

/** What a source's answers have shown about things that the vendor does not document. */
final class SeenOfFilter {
    private final FilterUnit unit;
    private int pageSize;
    private boolean largerTotal;
    private boolean rowAtStart;
    private boolean rowAtEnd;

    SeenOfFilter(int pageSize, FilterUnit unit) {
        this.pageSize = pageSize;
        this.unit = unit;
    }

    /** Rows of a full page: what is asked for, or less where the upstream has shown that it tells fewer. */
    synchronized int pageSize() {
        return pageSize;
    }

    /**
     * The narrowest bounds that surely hold a unit: on itself where rows exactly at a bound are known to be found. A row
     * found in a bound's second does not show that all of that second is.
     */
    synchronized Bounds tightlyAround(Instant begin) {
        long units = Bounds.units(begin, unit);
        if (unit != FilterUnit.MILLISECONDS) {
            return new Bounds(Math.max(0, units - 1), units + 1);
        }
        return new Bounds(rowAtStart ? units : Math.max(0, units - 1), rowAtEnd ? units : units + 1);
    }

    synchronized void learnPageSize(int rows) {
        pageSize = Math.max(1, Math.min(pageSize, rows));
    }

    synchronized void learn(Bounds bounds, List<Instant> times) {
        for (Instant time : times) {
            long units = Bounds.units(time, unit);
            rowAtStart |= units == bounds.start();
            rowAtEnd |= units == bounds.end();
        }
    }

    /**
     * Whether a page shows all that there is. One that is full does so only once this source has shown a total larger
     * than a page: until then its total may count the page alone.
     */
    synchronized boolean isWhole(Page page) {
        int rows = page.records().size();
        largerTotal |= page.total() > pageSize;
        return rows < pageSize ? rows >= page.total() : rows == page.total() && largerTotal;
    }

    /** Whether rows are missing although there was room for them. */
    synchronized boolean isShort(Page page) {
        return page.records().size() < Math.min(page.total(), pageSize);
    }
}
