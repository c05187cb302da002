package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pages of one list, in its order and never empty. Each page after the first was asked for one row early: as long as it
 * shows the row before, no row that stayed can have slipped from one side of their border to the other between the calls.
 *
 * @param pageSize rows asked for, 2 or more: of one row, the overlap would be all there is
 */
record PageChain(List<Look> looks, int pageSize) {
    enum Proof {
        WHOLE,
        /** The last page is full, so there may be more. */
        GOES_ON,
        /** Rows moved between the calls, or the answers contradict each other. */
        TORN,
        /** Rows and total both end where totals are capped, as rows may be too. */
        CAPPED
    }

    PageChain {
        looks = List.copyOf(looks);
    }

    PageChain with(List<Look> next) {
        return new PageChain(Stream.concat(looks.stream(), next.stream()).toList(), pageSize);
    }

    Proof proof() {
        if (!isJoined()) {
            return Proof.TORN;
        }
        if (isFull(looks.size() - 1)) {
            return Proof.GOES_ON;
        }
        int rows = rows().size();
        if (rows < total()) { // more rows than the total are sound: the end was seen
            return Proof.TORN;
        }
        return rows == Page.CAP && total() == Page.CAP ? Proof.CAPPED : Proof.WHOLE;
    }

    /** All rows, the overlaps once. */
    List<UpstreamRecord> rows() {
        List<UpstreamRecord> rows = new ArrayList<>(page(0).records());
        looks.stream()
                .skip(1)
                .forEach(look -> look.page().records().stream().skip(1).forEach(rows::add));
        return rows;
    }

    /** Equal rows on several pages: twins, or one row that was told twice in place of another. */
    boolean hasTwins() {
        List<UpstreamRecord> rows = rows();
        return looks.size() > 1 && new HashSet<>(rows).size() < rows.size();
    }

    /** How many pages, by the total, show the end of the list. */
    long pagesTold() {
        long behindFirst = Math.max(0, total() - pageSize);
        return isFull(0) ? 2 + behindFirst / (pageSize - 1) : 1;
    }

    /** Where a page begins, counted from 0. */
    int offset(int page) {
        return page * (pageSize - 1);
    }

    long total() {
        return page(0).total();
    }

    private boolean isJoined() {
        return IntStream.range(1, looks.size()).allMatch(this::adjoinsTheOneBefore);
    }

    private boolean adjoinsTheOneBefore(int later) {
        List<UpstreamRecord> before = page(later - 1).records();
        List<UpstreamRecord> rows = page(later).records();
        return page(later).total() == total()
                && isFull(later - 1)
                && !rows.isEmpty()
                && rows.get(0).equals(before.get(before.size() - 1));
    }

    private boolean isFull(int page) {
        return page(page).records().size() >= pageSize;
    }

    private Page page(int index) {
        return looks.get(index).page();
    }
}
