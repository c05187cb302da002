package dev.tributary.upstream.slice;

import dev.tributary.upstream.slice.TimeFilter.Bounds;
import dev.tributary.upstream.slice.TimeFilter.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages read so far of one unit, in one way. */
record PagedRows(PageWay way, Question first, List<Look> looks, boolean isDisproved) {

    PagedRows(PageWay way, Bounds bounds, int pageSize) {
        this(way, Question.of(bounds, pageSize), List.of(), false);
    }

    PagedRows with(Look look) {
        return new PagedRows(
                way, first, Stream.concat(looks.stream(), Stream.of(look)).toList(), isDisproved);
    }

    /** Rows of a full page: what was asked for, or what the first page showed, if there are more. */
    int fullPage() {
        Page page = looks.get(0).page();
        return page.total() > page.records().size() ? page.records().size() : first.limit();
    }

    Question nextQuestion() {
        return looks.isEmpty() ? first : way.after(rows(), first);
    }

    /** The end is a page that is not full; more rows than the total, or another total, is no end but a way that fails. */
    boolean hasEnded() {
        return !looks.isEmpty() && (isLastPage() || !hasOneTotal() || isBeyondTotal());
    }

    private boolean isBeyondTotal() {
        return total() != Page.CAP && rows().size() > total();
    }

    /** One total on all pages, and all rows there; a total that may be capped proves nothing. */
    boolean isProven() {
        return !isDisproved && hasEnded() && isLastPage() && hasOneTotal() && isAllThere();
    }

    private boolean isAllThere() {
        return total() == Page.CAP ? rows().size() > total() : rows().size() == total();
    }

    boolean repeatsRows() {
        return new HashSet<>(rows()).size() < rows().size();
    }

    /** Disproved if another reading, by pages of another size, shows other rows. */
    PagedRows confirmedBy(PagedRows other) {
        return new PagedRows(way, first, looks, !other.isProven() || !counted().equals(other.counted()));
    }

    private Map<UpstreamRecord, Integer> counted() {
        Map<UpstreamRecord, Integer> counts = new HashMap<>();
        rows().forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    private boolean hasOneTotal() {
        return looks.stream().allMatch(look -> look.page().total() == total());
    }

    private long total() {
        return looks.get(0).page().total();
    }

    private boolean isLastPage() {
        int rows = looks.get(looks.size() - 1).page().records().size();
        return rows == 0 || rows < fullPage();
    }

    private List<UpstreamRecord> rows() {
        return looks.stream().flatMap(look -> look.page().records().stream()).toList();
    }

    Page asOnePage() {
        return new Page(rows(), total());
    }

    Instant begun() {
        return looks.get(0).begun();
    }

    long bytes() {
        return looks.stream().mapToLong(Look::bytes).sum();
    }
}
