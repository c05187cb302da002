package dev.tributary.upstream.slice;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.TimeFilter.Question;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One unit of time that holds more rows than a page, which no filter can divide: it is paged. How the upstream's pages
 * follow one another is not documented, so each way that there may be is tried until one proves itself.
 */
final class DenseUnit {
    private final TimeFilter filter;
    private final ReadSettings settings;
    private final Normaliser normaliser;
    private final SeenOfFilter seen;
    /** The way that proved right last comes first. */
    private volatile List<PageWay> ways = List.of(PageWay.values());

    DenseUnit(TimeFilter filter, ReadSettings settings, Normaliser normaliser, SeenOfFilter seen) {
        this.filter = filter;
        this.settings = settings;
        this.normaliser = normaliser;
        this.seen = seen;
    }

    Uni<Slice> read(Window unit, Tally tally) {
        return tryFrom(0, ways, new Attempt(unit, tally, new AtomicInteger(settings.maxCalls() / 2)));
    }

    /** @param pagesLeft for all ways together, so that a request alone gets to the end */
    private record Attempt(Window unit, Tally tally, AtomicInteger pagesLeft) {}

    private Uni<Slice> tryFrom(int number, List<PageWay> among, Attempt attempt) {
        if (number == among.size()) {
            return Uni.createFrom().item(unprovable());
        }
        PageWay way = among.get(number);
        return proven(way, attempt)
                .chain(paged -> paged.isProven()
                        ? Uni.createFrom().item(slice(way, attempt.unit(), paged))
                        : tryFrom(number + 1, among, attempt));
    }

    /** Rows that are told twice may be twins, or one row on two pages: two readings by pages of other sizes tell. */
    private Uni<PagedRows> proven(PageWay way, Attempt attempt) {
        return paged(way, seen.pageSize(), attempt)
                .chain(first -> first.isProven() && first.repeatsRows()
                        ? confirmed(first, 1, attempt).chain(again -> confirmed(again, 2, attempt))
                        : Uni.createFrom().item(first));
    }

    private Uni<PagedRows> confirmed(PagedRows rows, int difference, Attempt attempt) {
        int fewer = rows.fullPage() - difference;
        return rows.isProven()
                ? paged(rows.way(), fewer > 0 ? fewer : rows.fullPage() + difference, attempt)
                        .map(rows::confirmedBy)
                : Uni.createFrom().item(rows);
    }

    private Uni<PagedRows> paged(PageWay way, int pageSize, Attempt attempt) {
        return next(new PagedRows(way, seen.tightlyAround(attempt.unit().from()), pageSize), attempt);
    }

    private Uni<PagedRows> next(PagedRows read, Attempt attempt) {
        if (read.hasEnded() || read.nextQuestion().offset() > Question.LARGEST_OFFSET) {
            return Uni.createFrom().item(read);
        }
        return attempt.pagesLeft().getAndDecrement() > 0
                ? filter.page(read.nextQuestion(), attempt.tally()).chain(look -> next(read.with(look), attempt))
                : Uni.createFrom().item(read);
    }

    private Slice slice(PageWay way, Window unit, PagedRows read) {
        seen.learnPageSize(read.fullPage());
        ways = Stream.concat(Stream.of(way), Stream.of(PageWay.values()))
                .distinct()
                .toList();
        return OnePageSlices.proven(unit, Rows.of(read.asOnePage(), normaliser), read.begun(), read.bytes());
    }

    private static Slice unprovable() {
        return new Slice.Unprovable(SourceFailure.of(
                FailureType.INCONSISTENT,
                "more events at one time than one answer holds, and its pages do not add up"));
    }
}
