package dev.tributary.upstream.slice;

import dev.tributary.source.Window;
import dev.tributary.upstream.call.Spending;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Slices of an API that filters by time: one slice is one page. One answer is one look at the data, so nothing can
 * shift, repeat or hide between two.
 */
public final class OnePageSlices implements SliceReader {
    private final Asking asking;
    private final int pageSize;
    private final Normaliser normaliser;
    /** Until then a full page may be all that a total counts. */
    private final AtomicBoolean hasShownALargerTotal = new AtomicBoolean();

    public OnePageSlices(Asking asking, int pageSize, Normaliser normaliser) {
        this.asking = asking;
        this.pageSize = pageSize;
        this.normaliser = normaliser;
    }

    /** One call for the rows from {@code start} to {@code end}, whether or not the upstream counts these as inside. */
    @FunctionalInterface
    public interface Asking {
        Uni<Page> page(long startMillis, long endMillis, Spending spending);
    }

    @Override
    public Uni<Slice> read(Window slice, Spending spending) {
        if (!slice.to().isAfter(Instant.EPOCH)) {
            return Uni.createFrom().item(new Slice.Proven(List.of(), 0)); // the parameters count from 1970
        }
        // Whether bounds are inclusive is not documented: ask for one unit more, filter exactly.
        long start = Math.max(0, slice.from().toEpochMilli() - 1);
        return asking.page(start, slice.to().toEpochMilli(), spending).map(this::judge);
    }

    @Override
    public Duration longest() {
        return Duration.ofMillis(Long.MAX_VALUE);
    }

    private Slice judge(Page page) {
        if (page.total() > pageSize) {
            hasShownALargerTotal.set(true);
        }
        return isWhole(page) ? proven(Rows.of(page, normaliser)) : new Slice.Unproven();
    }

    private boolean isWhole(Page page) {
        int rows = page.records().size();
        if (rows < pageSize) {
            return rows >= page.total();
        }
        return rows == page.total() && hasShownALargerTotal.get();
    }

    private static Slice proven(Rows rows) {
        return new Slice.Proven(rows.events(), rows.unreadable());
    }
}
