package dev.tributary.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reading has cost and met.
 *
 * @param upstreamCalls requests sent, retries included
 * @param sharedReads readings joined that another query had begun
 * @param cachedSlices slices answered from memory
 * @param unreadable records without a usable time
 * @param asOf when the oldest reading used was begun; null before the first
 */
public record Figures(
        int upstreamCalls,
        int sharedReads,
        int cachedSlices,
        int unreadable,
        @Nullable Instant asOf) {}
