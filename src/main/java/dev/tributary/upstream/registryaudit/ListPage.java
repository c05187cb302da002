package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One aligned page of a list, as one call has shown it.
 *
 * @param number from 0 on, where the list's offsets begin
 * @param size rows asked for
 * @param total rows in the list, by its own word
 * @param begun when it was asked for
 * @param told when it was answered
 */
record ListPage(int number, int size, Rows rows, long total, Instant begun, Instant told, int bytes) {

    /** @throws UpstreamException if it holds fewer rows than it should: where lists end could not be told any more */
    static ListPage of(int number, int size, Look look, Normaliser normaliser, Instant told) {
        Page page = look.page();
        ListPage read =
                new ListPage(number, size, Rows.of(page, normaliser), page.total(), look.begun(), told, look.bytes());
        if (!read.isFull() && read.hasCertainTotal() && read.offset() + read.rows.count() < read.total) {
            throw new UpstreamException(
                    SourceFailure.of(FailureType.INCONSISTENT, "a page holds fewer rows than its total promises"));
        }
        return read;
    }

    /** In the list's order. */
    List<Event> events() {
        return rows.events();
    }

    List<Instant> times() {
        return events().stream().map(Event::time).toList();
    }

    Set<String> ids() {
        return events().stream().map(Event::id).collect(Collectors.toSet());
    }

    /**
     * Whether they show rows of one place, so that nothing stands between them: where one ends, the other has begun
     * already. A single row says so at the list's end only: elsewhere it may be a twin, and those may stand pages apart.
     */
    boolean meets(ListPage other) {
        return runsInto(other) || other.runsInto(this) || isUnmoved(other);
    }

    private boolean isUnmoved(ListPage other) {
        return number == other.number && total == other.total && !events().isEmpty() && ids().equals(other.ids());
    }

    private boolean runsInto(ListPage next) {
        if (events().isEmpty() || next.events().isEmpty()) {
            return false;
        }
        String last = events().get(events().size() - 1).id();
        String first = next.events().get(0).id();
        boolean isTelling = !last.equals(first) || !isFull() || !next.isFull();
        return isTelling && next.ids().contains(last) && ids().contains(first);
    }

    /** Not one that another reading had asked for already: it may show the list as it was before. */
    boolean wasAskedAfter(ListPage other) {
        return !begun.isBefore(other.told);
    }

    long offset() {
        return (long) number * size;
    }

    /** Only a page that is not shows the end of the offsets: totals may be capped. */
    boolean isFull() {
        return rows.count() >= size;
    }

    boolean isWholeList() {
        return number == 0 && !isFull();
    }

    boolean hasCertainTotal() {
        return total != Page.CAP;
    }
}
