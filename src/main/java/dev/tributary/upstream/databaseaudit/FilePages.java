package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.databaseaudit.PageChain.Proof;
import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Tally;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;

/** Reads all files of one span, side by side as soon as the first page has told how many there are, until proven. */
final class FilePages {
    private static final int ATTEMPTS = 3;
    private static final int SMALLEST_PAGE = 2;

    private final Asking asking;
    private final ReadSettings settings;
    private final Span span;
    private final int mostPages;
    private final Tally tally;

    /** @param mostPages 1 or more */
    FilePages(Asking asking, ReadSettings settings, Span span, int mostPages, Tally tally) {
        this.asking = asking;
        this.settings = settings;
        this.span = span;
        this.mostPages = mostPages;
        this.tally = tally;
    }

    /** Fails as {@code inconsistent} if no attempt proves anything. */
    Uni<Files> read() {
        return attempt(ATTEMPTS, Math.max(SMALLEST_PAGE, settings.pageSize()), List.of());
    }

    /** @param twins the rows of an earlier attempt that equal rows made doubtful */
    private Uni<Files> attempt(int left, int pageSize, List<UpstreamRecord> twins) {
        if (left == 0) {
            return Uni.createFrom()
                    .failure(new UpstreamException(SourceFailure.of(
                            FailureType.INCONSISTENT, "the pages of the list of audit files do not fit each other")));
        }
        return page(0, pageSize)
                .map(first -> new PageChain(List.of(first), pageSize))
                .chain(this::others)
                .chain(this::onward)
                .chain(pages -> judge(pages, left, twins));
    }

    private Uni<Look> page(int offset, int pageSize) {
        return asking.page(span, offset, pageSize, tally);
    }

    private Uni<PageChain> others(PageChain first) {
        if (first.pagesTold() == 1 || first.pagesTold() > mostPages) {
            return Uni.createFrom().item(first);
        }
        List<Uni<Look>> others = IntStream.range(1, (int) first.pagesTold())
                .mapToObj(page -> page(first.offset(page), first.pageSize()))
                .toList();
        return Uni.join()
                .all(others)
                .usingConcurrencyOf(Math.max(1, settings.readAhead()))
                .andFailFast()
                .map(first::with);
    }

    /** Totals may be capped, or too low: only a page that is not full is the end. */
    private Uni<PageChain> onward(PageChain pages) {
        int read = pages.looks().size();
        if (pages.proof() != Proof.GOES_ON || Math.max(read + 1, pages.pagesTold()) > mostPages) {
            return Uni.createFrom().item(pages);
        }
        return page(pages.offset(read), pages.pageSize())
                .map(next -> pages.with(List.of(next)))
                .chain(this::onward);
    }

    private Uni<Files> judge(PageChain pages, int left, List<UpstreamRecord> twins) {
        return switch (pages.proof()) {
            case WHOLE ->
                pages.hasTwins() && !pages.rows().equals(twins)
                        ? attempt(left(left, pages), otherThan(pages.pageSize()), pages.rows())
                        : Uni.createFrom().item(Files.Listed.of(pages));
            case GOES_ON, CAPPED ->
                Uni.createFrom()
                        .item(new Files.TooMany(
                                Math.max(pages.total(), pages.rows().size())));
            case TORN -> again(pages, left);
        };
    }

    private Uni<Files> again(PageChain torn, int left) {
        tally.readsAgain();
        return attempt(left(left, torn), torn.pageSize(), List.of());
    }

    /** None if another attempt would not fit the request: it would end without an answer, and so would the next. */
    private int left(int before, PageChain pages) {
        long readingsWithOneMore = ATTEMPTS - before + 2L;
        boolean fits = readingsWithOneMore * pages.looks().size() <= settings.maxCalls() * 3L / 4;
        return fits ? before - 1 : 0;
    }

    /** Rows that a list tells twice and leaves out at its pages' borders, it leaves out elsewhere with other borders. */
    private static int otherThan(int pageSize) {
        return pageSize > SMALLEST_PAGE ? pageSize - 1 : pageSize + 1;
    }
}
