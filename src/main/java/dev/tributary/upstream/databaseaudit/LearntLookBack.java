package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.ProvenCache;
import java.time.Duration;
import java.util.function.Function;

/** The look-back that a source's files have called for so far: at least as configured, twice the longest file seen. */
final class LearntLookBack {
    /** Steps in which it grows, so that equal reads meet and a file longer by a second does not empty the cache. */
    private static final long STEP_SECONDS = 3_600;

    private final Function<Duration, ProvenCache.Shelf> emptyShelf;
    private Duration wished;
    private ProvenCache.Shelf shelf;

    LearntLookBack(Duration configured, Function<Duration, ProvenCache.Shelf> emptyShelf) {
        this.emptyShelf = emptyShelf;
        this.wished = configured;
        this.shelf = emptyShelf.apply(wished);
    }

    synchronized Duration wished() {
        return wished;
    }

    /** What was proven with this look-back; anything shorter may have missed files. */
    synchronized ProvenCache.Shelf shelf() {
        return shelf;
    }

    /** @param length of a file, positive */
    synchronized void learn(Duration length) {
        Duration twice = stepUp(length.multipliedBy(2));
        if (twice.compareTo(wished) > 0) {
            wished = twice;
            shelf = emptyShelf.apply(wished);
        }
    }

    private static Duration stepUp(Duration length) {
        return Duration.ofSeconds(-Math.floorDiv(-length.toSeconds(), STEP_SECONDS) * STEP_SECONDS);
    }
}
