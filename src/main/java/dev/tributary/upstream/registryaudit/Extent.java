package dev.tributary.upstream.registryaudit;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one reading has seen into a list. Which way a list runs may be known from long ago; of a list that was seen to
 * both ends, and has no two rows that show it any more, it is not believed.
 */
final class Extent {
    private final Direction direction;
    private final Duration tolerance;
    private int pages;
    private boolean isSeenToTheNewest;
    private boolean isSeenToTheOldest;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    Extent(Direction direction, Duration tolerance) {
        this.direction = direction;
        this.tolerance = tolerance;
    }

    void add(ListPage page) {
        pages++;
        isSeenToTheNewest |= direction.isNewest(page);
        isSeenToTheOldest |= direction.isOldest(page);
        page.times().forEach(this::add);
    }

    private void add(Instant time) {
        earliest = time.isBefore(earliest) ? time : earliest;
        latest = time.isAfter(latest) ? time : latest;
    }

    /** One page needs no order: it is one answer. */
    boolean isWithoutOrder() {
        return pages > 1
                && isSeenToTheNewest
                && isSeenToTheOldest
                && Duration.between(earliest, latest).compareTo(tolerance) <= 0;
    }
}
