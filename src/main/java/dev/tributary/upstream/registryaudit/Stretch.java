package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run of adjoining pages, read from newer to older, and what they prove: between its edges there is no row but those
 * read. For no row stands more than the tolerance out of order, so behind the stretch none is newer than the tolerance
 * after its last row, and before the stretch none is older than the tolerance before its first.
 */
final class Stretch {
    private final Direction direction;
    private final Tolerance tolerance;
    private final ListPage first;
    private ListPage last;
    private Instant lastTime = Instant.MAX;
    private boolean isPastItsLastPage;
    private Instant begun;
    private int pages;

    Stretch(Direction direction, Tolerance tolerance, ListPage first) {
        this.direction = direction;
        this.tolerance = tolerance;
        this.first = first;
        this.last = first;
        this.begun = first.begun();
        add(first);
    }

    /** @param page adjoining the last one */
    void add(ListPage page) {
        last = page;
        pages++;
        isPastItsLastPage = direction.isOldest(page);
        also(page);
        if (!page.events().isEmpty()) {
            List<Event> rows = direction.read(page);
            Instant oldest = rows.get(rows.size() - 1).time();
            lastTime = oldest.isBefore(lastTime) ? oldest : lastTime;
        }
    }

    /** The last page once more. */
    void addAgain(ListPage page) {
        last = page;
        also(page);
    }

    private void also(ListPage page) {
        begun = page.begun().isBefore(begun) ? page.begun() : begun;
    }

    ListPage first() {
        return first;
    }

    ListPage last() {
        return last;
    }

    int pages() {
        return pages;
    }

    /** When the oldest of its pages was asked for. */
    Instant begun() {
        return begun;
    }

    boolean isAtNewest() {
        return direction.isNewest(first);
    }

    boolean isAtOldest() {
        return isPastItsLastPage;
    }

    /** The last row's time, by its place; the latest there is before any row. */
    Instant lastTime() {
        return lastTime;
    }

    /** Every row older than this, down to the other edge, was read. */
    Instant newerEdge() {
        if (isAtNewest()) {
            return Instant.MAX;
        }
        return hasRows() ? firstTime().minus(tolerance.length()) : Instant.MIN;
    }

    /** Whether its first page shows a time. */
    boolean hasRows() {
        return !first.events().isEmpty();
    }

    /** The first row's time, by its place. */
    Instant firstTime() {
        return direction.read(first).get(0).time();
    }

    /** Every row at this time or newer, up to the other edge, was read. */
    Instant olderEdge() {
        return isAtOldest() ? Instant.MIN : after(lastTime);
    }

    private Instant after(Instant time) {
        Duration unread = tolerance.length().plusMillis(1);
        return time.equals(Instant.MAX) ? time : time.plus(unread);
    }

    /** Whether its last page has nothing but rows that are more than the tolerance older. */
    boolean hasLeft(Instant time) {
        Instant beyond = time.minus(tolerance.length());
        return isAtOldest()
                || last.times().stream().allMatch(each -> each.isBefore(beyond))
                || pages == 1 && isAtNewest() && lastTime.isBefore(beyond);
    }
}
