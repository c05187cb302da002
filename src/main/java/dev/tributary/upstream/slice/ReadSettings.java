package dev.tributary.upstream.slice;

import dev.tributary.source.SourceId;
import dev.tributary.source.SourceMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source reads, and its limits.
 *
 * @param origin as whom it is asked and where: what besides the id decides what there is to find
 * @param pageSize rows to ask for in one call
 * @param readAhead slices or pages to read side by side at most
 * @param settle age after which no change of an event is expected
 * @param overlap how far beyond that a follower looks back
 * @param readTimeout how long a call, retries included, goes on whoever waits for it
 * @param settledFor how long settled data is remembered
 * @param youngFor how long all other data is remembered
 * @param lookback how far before a window the search for audit files begins (database-audit)
 * @param reorderTolerance how far rows of a list may stand out of order (registry-audit)
 * @param maxScan rows of a list that are read whole at most (registry-audit)
 * @param unit in which the time filter counts (image-log, cluster-event)
 * @param maxCalls what one request may spend on all its sources
 * @param meter told of what is read
 */
public record ReadSettings(
        SourceId id,
        List<@Nullable String> origin,
        int pageSize,
        int readAhead,
        Duration settle,
        Duration overlap,
        Duration readTimeout,
        Duration settledFor,
        Duration youngFor,
        Duration lookback,
        Duration reorderTolerance,
        int maxScan,
        FilterUnit unit,
        int maxCalls,
        SourceMeter meter,
        Clock clock) {

    /** The same in pages of so many rows. */
    public ReadSettings withPageSize(int rows) {
        return new ReadSettings(
                id,
                origin,
                rows,
                readAhead,
                settle,
                overlap,
                readTimeout,
                settledFor,
                youngFor,
                lookback,
                reorderTolerance,
                maxScan,
                unit,
                maxCalls,
                meter,
                clock);
    }

    /** Whether it was read so long after its end that no follower can still expect a change in it. */
    boolean isSettled(Slice.Proven proven) {
        return isSettled(proven.window().to(), proven.begun());
    }

    /** Whether what is read now is settled up to this time. */
    boolean isSettled(Instant end) {
        return isSettled(end, clock.instant());
    }

    private boolean isSettled(Instant end, Instant begun) {
        return begun.isAfter(end.plus(settle).plus(overlap));
    }
}
