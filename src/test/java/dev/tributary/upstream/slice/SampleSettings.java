package dev.tributary.upstream.slice;

import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.SourceId;
import java.time.Clock;
import java.time.Duration;

/** Settings of a source, the configuration's defaults unless a test says otherwise. */
public final class SampleSettings {
    private final SourceId id;
    private int pageSize = 100;
    private Duration settle = Duration.ofMinutes(5);
    private Duration overlap = Duration.ofMinutes(10);
    private Duration lookback = Duration.ofDays(2);
    private int maxScan = 5_000;
    private Duration readTimeout = Duration.ofSeconds(10);
    private Duration settledFor = Duration.ofMinutes(15);
    private Duration youngFor = Duration.ofSeconds(1);
    private Duration reorderTolerance = Duration.ofMinutes(10);
    private FilterUnit unit = FilterUnit.MILLISECONDS;
    private int maxCalls = 200;
    private Clock clock = Clock.systemUTC();

    private SampleSettings(SourceId id) {
        this.id = id;
    }

    /** Of a source that bears its kind's name. */
    public static SampleSettings of(Kind kind) {
        return new SampleSettings(new SourceId(kind.text(), kind, Samples.SCOPE));
    }

    public SampleSettings pageSize(int rows) {
        pageSize = rows;
        return this;
    }

    public SampleSettings settle(Duration age) {
        settle = age;
        return this;
    }

    public SampleSettings overlap(Duration span) {
        overlap = span;
        return this;
    }

    public SampleSettings lookback(Duration span) {
        lookback = span;
        return this;
    }

    public SampleSettings maxScan(int rows) {
        maxScan = rows;
        return this;
    }

    public SampleSettings readTimeout(Duration time) {
        readTimeout = time;
        return this;
    }

    public SampleSettings kept(Duration settled, Duration young) {
        settledFor = settled;
        youngFor = young;
        return this;
    }

    public SampleSettings reorderTolerance(Duration span) {
        reorderTolerance = span;
        return this;
    }

    public SampleSettings unit(FilterUnit counted) {
        unit = counted;
        return this;
    }

    public SampleSettings maxCalls(int calls) {
        maxCalls = calls;
        return this;
    }

    public SampleSettings clock(Clock read) {
        clock = read;
        return this;
    }

    public ReadSettings get() {
        return new ReadSettings(
                id,
                pageSize,
                settle,
                overlap,
                lookback,
                maxScan,
                readTimeout,
                settledFor,
                youngFor,
                reorderTolerance,
                unit,
                maxCalls,
                clock);
    }
}
