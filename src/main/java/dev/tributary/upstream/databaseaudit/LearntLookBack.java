package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.ProvenCache;
import java.time.Duration;
import java.util.function.Function;

/**
 * The look-back that a source's files have called for so far: twice the longest file seen, and as long as the upstream
 * may filter by begin, at least as configured.
 */
final class LearntLookBack {
    /** Steps in which it grows, so that equal reads meet and a file longer by a second does not empty the cache. */
    private static final Duration STEP = Duration.ofHours(1);

    /** What the files found have told of the upstream's filter. */
    private enum Filter {
        UNKNOWN,
        /** Of end or overlap: a file is found where it ended. */
        FINDS_ENDS,
        /** Files were found that none of the filters known could have found. */
        ODD
    }

    private final Duration configured;
    private final Function<Duration, ProvenCache.Shelf> emptyShelf;
    private Filter filter = Filter.UNKNOWN;
    private Duration calledFor = Duration.ZERO;
    private Duration wished;
    private ProvenCache.Shelf shelf;

    LearntLookBack(Duration configured, Function<Duration, ProvenCache.Shelf> emptyShelf) {
        this.configured = configured;
        this.emptyShelf = emptyShelf;
        this.wished = configured;
        this.shelf = emptyShelf.apply(wished);
    }

    synchronized Duration wished() {
        return wished;
    }

    /** By the files alone. */
    synchronized Duration calledFor() {
        return calledFor;
    }

    /** What was proven with this look-back; anything shorter may have missed files. */
    synchronized ProvenCache.Shelf shelf() {
        return shelf;
    }

    /** @param length of a file, positive */
    synchronized void learn(Duration length) {
        calledFor = longer(calledFor, stepUp(length.multipliedBy(2)));
        apply();
    }

    /** @param findsEnds whether files that had begun before the question did were those that had not ended by then */
    synchronized void learnFilter(boolean findsEnds) {
        filter = findsEnds && filter != Filter.ODD ? Filter.FINDS_ENDS : Filter.ODD;
        apply();
    }

    private void apply() {
        Duration least = filter == Filter.FINDS_ENDS ? shorter(configured, STEP) : configured;
        Duration now = longer(calledFor, least);
        if (!now.equals(wished)) {
            wished = now;
            shelf = emptyShelf.apply(now);
        }
    }

    private static Duration stepUp(Duration length) {
        long steps = -Math.floorDiv(-length.toSeconds(), STEP.toSeconds());
        return STEP.multipliedBy(steps);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
