package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.TimeFilter.Bounds;
import dev.tributary.upstream.slice.TimeFilter.Question;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Slices of an API that filters by time: one slice is one page. One answer is one look at the data, so nothing can
 * shift, repeat or hide between two.
 */
public final class OnePageSlices implements SliceReader {
    /** Of a full page, so that a slice sized by density seldom holds more. */
    private static final double FILLED = 0.8;
    /** What a capped total stands for, in pages: the real one may be any number above. */
    private static final int PAGES_OF_A_CAPPED_TOTAL = 100;

    private static final Duration LONGEST = Duration.ofDays(400_000); // no window is longer

    private final TimeFilter filter;
    private final ReadSettings settings;
    private final Normaliser normaliser;
    private final UnitCheck unitCheck;
    private final SeenOfFilter seen;
    private final ShortPages shortPages;
    private final DenseUnit denseUnit;

    public OnePageSlices(TimeFilter filter, ReadSettings settings, Normaliser normaliser) {
        this.filter = filter;
        this.settings = settings;
        this.normaliser = normaliser;
        this.unitCheck = new UnitCheck(filter, settings);
        this.seen = new SeenOfFilter(settings.pageSize(), settings.unit());
        this.shortPages = new ShortPages(seen, settings.unit());
        this.denseUnit = new DenseUnit(filter, settings, normaliser, seen);
    }

    @Override
    public Sizes sizes() {
        Duration unit = settings.unit().length();
        return new Sizes(unit, unit, LONGEST, Math.max(1, FILLED * seen.pageSize()));
    }

    @Override
    public void prepare() {
        unitCheck
                .passed(Tally.ofNoQuery(settings))
                .subscribe()
                .with(passed -> {}, failed -> {}); // the first read checks again and tells
    }

    @Override
    public Uni<Slice> read(Window slice, EventOrder order, Tally tally) {
        if (!slice.to().isAfter(Instant.EPOCH)) { // the filter counts from 1970
            return Uni.createFrom()
                    .item(new Slice.Proven(
                            slice, List.of(), 0, 0, settings.clock().instant(), 0));
        }
        return unitCheck.passed(tally).chain(() -> ask(slice, tally)).chain(look -> judge(slice, order, look, tally));
    }

    private Uni<Look> ask(Window slice, Tally tally) {
        Bounds bounds = Bounds.around(slice, settings.unit());
        return filter.page(Question.of(bounds, settings.pageSize()), tally)
                .invoke(look -> seen.learn(bounds, times(look.page())));
    }

    private Uni<Slice> judge(Window slice, EventOrder order, Look look, Tally tally) {
        if (seen.isWhole(look.page())) {
            return Uni.createFrom().item(proven(slice, look));
        }
        boolean isOneUnit = slice.length().compareTo(settings.unit().length()) <= 0;
        if (isOneUnit) {
            return denseUnit.read(slice, tally);
        }
        return seen.isShort(look.page())
                ? shortPages
                        .explain(slice, look.page(), shorter -> ask(shorter, tally))
                        .replaceWith(tooMany(look.page()))
                : nextRows(slice, order, look.page(), tally);
    }

    private Slice tooMany(Page page) {
        return new Slice.TooMany(rowsBehind(page), times(page));
    }

    /**
     * An upstream that tells the farthest rows first says nothing about where the next ones lie, if there are many more:
     * its last page does, and one look costs less than guessing.
     */
    private Uni<Slice> nextRows(Window slice, EventOrder order, Page page, Tally tally) {
        long others = page.total() - page.records().size();
        boolean areFarthest = isSorted(times(page), order.other()) && !isSorted(times(page), order);
        if (!areFarthest || others < sizes().rows() || page.total() == Page.CAP || others > Question.LARGEST_OFFSET) {
            return Uni.createFrom().item(tooMany(page));
        }
        Bounds bounds = Bounds.around(slice, settings.unit());
        return filter.page(Question.of(bounds, settings.pageSize()).at((int) others), tally)
                .map(last -> new Slice.TooMany(page.total(), reversed(times(last.page()))));
    }

    static boolean isSorted(List<Instant> times, EventOrder order) {
        return times.stream().sorted(order::compareTimes).toList().equals(times);
    }

    private static List<Instant> reversed(List<Instant> times) {
        List<Instant> reversed = new ArrayList<>(times);
        Collections.reverse(reversed);
        return reversed;
    }

    private long rowsBehind(Page page) {
        return page.total() == Page.CAP
                ? (long) PAGES_OF_A_CAPPED_TOTAL * settings.pageSize()
                : Math.max(page.total(), page.records().size());
    }

    private Slice proven(Window slice, Look look) {
        Rows rows = Rows.of(look.page(), normaliser);
        return proven(slice, rows, look.begun(), look.bytes());
    }

    static Slice.Proven proven(Window slice, Rows rows, Instant begun, long bytes) {
        List<Event> inside = rows.events().stream()
                .filter(event -> slice.contains(event.time()))
                .toList();
        return new Slice.Proven(slice, inside, rows.count(), rows.unreadable(), begun, bytes);
    }

    /** HSS calls it so in both of its lists. */
    static List<Instant> times(Page page) {
        return page.records().stream()
                .flatMap(row -> RecordTime.ofMillis(row, "time").stream())
                .toList();
    }
}
