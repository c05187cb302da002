package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.ProvenCache;
import java.time.Duration;

/** The look-back that a source's files have called for so far: at least as configured, twice the longest file seen. */
final class LearntLookBack {
    /** Steps in which it grows, so that equal reads meet and a file longer by a second does not empty the cache. */
    private static final long STEP_SECONDS = 3_600;

    private final ProvenCache.Shelf shelf;
    private Duration wished;

    /** @param shelf what was proven with shorter look-backs; forgotten when files are seen that it may lack */
    LearntLookBack(Duration configured, ProvenCache.Shelf shelf) {
        this.wished = configured;
        this.shelf = shelf;
    }

    synchronized Duration wished() {
        return wished;
    }

    /** @param length of a file, positive */
    void learn(Duration length) {
        if (grows(stepUp(length.multipliedBy(2)))) {
            shelf.forget();
        }
    }

    private synchronized boolean grows(Duration twice) {
        boolean grows = twice.compareTo(wished) > 0;
        wished = grows ? twice : wished;
        return grows;
    }

    private static Duration stepUp(Duration length) {
        return Duration.ofSeconds(-Math.floorDiv(-length.toSeconds(), STEP_SECONDS) * STEP_SECONDS);
    }
}
