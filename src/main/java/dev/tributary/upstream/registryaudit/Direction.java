package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which way a list runs. Whatever a query wants, pages are read from newer rows to older ones: rows that arrive and old
 * ones that are purged then show a row twice, never hide one.
 */
enum Direction {
    NEWEST_FIRST,
    OLDEST_FIRST;

    /**
     * @param times of rows in the list's order
     * @return empty if no two rows stand more than the tolerance apart, or if some do either way
     */
    static Optional<Direction> shownBy(List<Instant> times, Duration tolerance) {
        boolean falls = falls(times, tolerance);
        boolean rises = falls(reversed(times), tolerance);
        return falls == rises ? Optional.empty() : Optional.of(falls ? NEWEST_FIRST : OLDEST_FIRST);
    }

    /** Whether any row is older than one before it, by more than the tolerance. */
    private static boolean falls(List<Instant> times, Duration tolerance) {
        Instant newest = Instant.MIN;
        for (Instant time : times) {
            if (time.isBefore(newest) && Duration.between(time, newest).compareTo(tolerance) > 0) {
                return true;
            }
            newest = time.isAfter(newest) ? time : newest;
        }
        return false;
    }

    /** A page's rows from newer to older. */
    List<Event> read(ListPage page) {
        return this == NEWEST_FIRST ? page.events() : reversed(page.events());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The page that many pages towards older rows; negative beyond the oldest of a list that runs oldest first. */
    int older(int number, int pages) {
        return this == NEWEST_FIRST ? number + pages : number - pages;
    }

    /** The page that many pages towards newer rows, no further than the newest one. */
    int newer(int number, int pages, int newest) {
        return this == NEWEST_FIRST ? Math.max(newest, number - pages) : Math.min(newest, number + pages);
    }

    /** Where the newest rows are, to judge by a total: where it is a multiple of the size, an empty page ends the list. */
    int newest(long total, int size) {
        return this == NEWEST_FIRST ? 0 : (int) Math.min(total / size, AuditList.LAST_NUMBER);
    }

    boolean isNewest(ListPage page) {
        return this == NEWEST_FIRST ? page.number() == 0 : !page.isFull();
    }

    boolean isOldest(ListPage page) {
        return this == NEWEST_FIRST ? !page.isFull() : page.number() == 0;
    }

    /**
     * Whether a page surely lets no row slip between it and the one read before. Where the newest rows stand first, only
     * rows that vanish could pull some across the border, and where they stand last, rows that come late too.
     */
    boolean adjoins(ListPage before, ListPage page) {
        boolean isTold = this == NEWEST_FIRST
                ? page.total() >= before.total()
                : page.total() == before.total() && page.hasCertainTotal();
        return isTold && page.wasAskedAfter(before) || before.meets(page);
    }

    /** Where a row stands now that stood at this offset when the list had another total. */
    long moved(long offset, long totalThen, long totalNow) {
        long growth = totalNow - totalThen;
        return this == NEWEST_FIRST ? offset + Math.max(0, growth) : Math.max(0, offset + Math.min(0, growth));
    }
}
