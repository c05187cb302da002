package dev.tributary.upstream.registryaudit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far rows may stand out of order: as configured, or as far as a request's budget reaches. A busy list would else
 * use up every request on rows that only might be out of order, and never get anywhere.
 */
final class Tolerance {
    private static final int SHARE_OF_CALLS = 4;

    private final Duration configured;
    private final int pages;
    private final Deque<Passed> passed = new ArrayDeque<>();
    private volatile Duration fitting;
    private int pagesPassed;

    private record Passed(Instant time, int pages) {}

    Tolerance(Duration configured, int maxCalls) {
        this.configured = configured;
        this.fitting = configured;
        this.pages = Math.max(1, maxCalls / SHARE_OF_CALLS / Operation.values().length);
    }

    /** Pages that it may fill. */
    int pages() {
        return pages;
    }

    Duration length() {
        return fitting;
    }

    /** What it has become; empty if it fits. */
    Optional<Duration> reduced() {
        return fitting.equals(configured) ? Optional.empty() : Optional.of(fitting);
    }

    void limitTo(Duration length) {
        fitting = length.compareTo(fitting) < 0 ? length : fitting;
    }

    /** What is passed from now on does not adjoin what was passed before. */
    void beginAnew() {
        passed.clear();
        pagesPassed = 0;
    }

    /** The reading has come to this time with so many pages. */
    void passed(Instant time, int pagesRead) {
        pagesPassed += pagesRead;
        while (!passed.isEmpty() && pagesPassed - passed.peekFirst().pages() >= pages) {
            limitTo(Duration.between(passed.removeFirst().time(), time).abs());
        }
        passed.addLast(new Passed(time, pagesPassed));
    }
}
