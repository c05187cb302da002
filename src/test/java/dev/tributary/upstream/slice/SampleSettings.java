package dev.tributary.upstream.slice;

import dev.tributary.source.SourceId;
import dev.tributary.source.SourceMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The defaults, for tests of one kind. */
public record SampleSettings(
        SourceId id, int pageSize, Duration reorderTolerance, int maxScan, int maxCalls, FilterUnit unit, Clock clock) {

    public static SampleSettings of(SourceId id, Clock clock) {
        return new SampleSettings(id, 100, Duration.ofMinutes(10), 5_000, 200, FilterUnit.MILLISECONDS, clock);
    }

    public SampleSettings pageSize(int rows) {
        return new SampleSettings(id, rows, reorderTolerance, maxScan, maxCalls, unit, clock);
    }

    public SampleSettings reorderTolerance(Duration tolerance) {
        return new SampleSettings(id, pageSize, tolerance, maxScan, maxCalls, unit, clock);
    }

    public SampleSettings maxScan(int rows) {
        return new SampleSettings(id, pageSize, reorderTolerance, rows, maxCalls, unit, clock);
    }

    public SampleSettings maxCalls(int calls) {
        return new SampleSettings(id, pageSize, reorderTolerance, maxScan, calls, unit, clock);
    }

    public SampleSettings unit(FilterUnit other) {
        return new SampleSettings(id, pageSize, reorderTolerance, maxScan, maxCalls, other, clock);
    }

    public ReadSettings build() {
        return new ReadSettings(
                id,
                List.of(),
                pageSize,
                8,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(1),
                Duration.ofDays(2),
                reorderTolerance,
                maxScan,
                unit,
                maxCalls,
                SourceMeter.NONE,
                clock);
    }
}
