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
 */
public record ReadSettings(
        SourceId id, int pageSize, Duration settle, Duration overlap, Duration lookback, int maxScan, Clock clock) {}
