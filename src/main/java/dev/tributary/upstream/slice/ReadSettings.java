package dev.tributary.upstream.slice;

import dev.tributary.source.SourceId;
import java.time.Clock;
import java.time.Duration;

/**
 * What a source reads, and its limits.
 *
 * @param pageSize rows to ask for in one call
 * @param settle age after which no change of an event is expected
 * @param overlap how far beyond that a follower looks back
 * @param lookback how far before a window the search for audit files begins (database-audit)
 * @param maxScan rows of a list that are read whole at most (registry-audit)
 * @param readTimeout of a read that several queries may share, from its own start; no shorter than one attempt's
 * @param settledFor how long what is settled is kept
 * @param youngFor how long all else is kept; no longer than {@code settledFor}
 * @param reorderTolerance by how much rows may stand out of order (registry-audit)
 * @param unit what the bounds of the time filter count (image-log, cluster-event)
 * @param maxCalls upstream calls that one request may make on all its sources together
 */
public record ReadSettings(
        SourceId id,
        int pageSize,
        Duration settle,
        Duration overlap,
        Duration lookback,
        int maxScan,
        Duration readTimeout,
        Duration settledFor,
        Duration youngFor,
        Duration reorderTolerance,
        FilterUnit unit,
        int maxCalls,
        Clock clock) {}
