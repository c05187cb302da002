package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Answers with fewer rows than their total and the limit allow. */
final class ShortPages {
    private final SeenOfFilter seen;
    private final Duration unit;

    ShortPages(SeenOfFilter seen, FilterUnit unit) {
        this.seen = seen;
        this.unit = unit.length();
    }

    /**
     * Perhaps a page holds no more here. A try that holds fewer rows tells: it shows as many again. Answers that fall
     * short of their total however small it is prove nothing at all.
     */
    Uni<Void> explain(Window slice, Page page, Function<Window, Uni<Look>> ask) {
        List<Instant> shown = OnePageSlices.times(page);
        if (shown.isEmpty()) {
            return Uni.createFrom().failure(new UpstreamException(fallsShort()));
        }
        return ask.apply(withoutAQuarter(slice, shown)).chain(look -> judge(page, look.page()));
    }

    private Uni<Void> judge(Page page, Page fewer) {
        boolean tells = seen.isShort(fewer) && fewer.total() < page.total();
        int rows = page.records().size();
        if (tells && fewer.records().size() != rows) {
            return Uni.createFrom().failure(new UpstreamException(fallsShort()));
        }
        if (tells) {
            seen.learnPageSize(rows);
        }
        return Uni.createFrom().voidItem();
    }

    /** Off the side of the rows that were shown, so that those not shown stay inside. */
    private Window withoutAQuarter(Window slice, List<Instant> shown) {
        List<Instant> sorted = shown.stream().sorted().toList();
        if (OnePageSlices.isSorted(shown, EventOrder.DESC)) {
            Instant cut = begin(sorted.get(sorted.size() * 3 / 4));
            return cut.isAfter(slice.from()) && !cut.isAfter(slice.to()) ? new Window(slice.from(), cut) : slice;
        }
        Instant cut = begin(sorted.get(sorted.size() / 4)).plus(unit);
        return cut.isBefore(slice.to()) && !cut.isBefore(slice.from()) ? new Window(cut, slice.to()) : slice;
    }

    private Instant begin(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), unit.toMillis()) * unit.toMillis());
    }

    private static SourceFailure fallsShort() {
        return SourceFailure.of(
                FailureType.INCONSISTENT, "answers hold fewer rows than their total, however few are asked for");
    }
}
