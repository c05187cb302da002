package dev.tributary.ops;

import dev.tributary.source.CallTrace;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted of one source, from its start on. */
final class SourceSeries implements SourceMeter {
    private final Series series;
    private final Clock clock;
    private final CallTraces traces;
    private final Counter answers;
    private final Map<FailureType, Counter> failures;
    private final Map<FailureType, Counter> gaps;
    private final Timer calls;
    private final Timer waits;
    private final Counter retries;
    private final Counter hits;
    private final Counter rereads;
    private final Counter unreadable;
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();

    /** @param series labelled with the source's name and kind */
    SourceSeries(Series series, Clock clock, CallTraces traces) {
        this.series = series;
        this.clock = clock;
        this.traces = traces;
        this.answers = calls("ok");
        this.failures = ofEach(why -> calls(why.text()));
        this.gaps = ofEach(why -> series.with("type", why.text()).counter("tributary.gaps", "Gaps in answers"));
        this.calls = series.histogram("tributary.upstream.call", "Requests to upstreams, until their answer was read");
        this.waits = series.summary("tributary.pace.wait", "Calls that waited for their turn");
        this.retries = series.counter("tributary.upstream.retries", "Requests sent again after one that failed");
        this.hits = series.counter("tributary.cache.hits", "Slices answered from memory");
        this.rereads = series.counter("tributary.slices.reread", "Slices that proved nothing and were read again");
        this.unreadable = series.counter("tributary.unreadable.records", "Records without a usable time");
    }

    private Counter calls(String result) {
        return series.with("result", result)
                .counter("tributary.upstream.calls", "Calls of upstreams by what came of them");
    }

    private static Map<FailureType, Counter> ofEach(Function<FailureType, Counter> counter) {
        return Stream.of(FailureType.values())
                .collect(Collectors.toMap(
                        type -> type, counter, (one, other) -> one, () -> new EnumMap<>(FailureType.class)));
    }

    @Override
    public CallTrace sends(@Nullable String traceparent) {
        return traces.begin(traceparent);
    }

    @Override
    public void answered(Duration took) {
        answers.increment();
        calls.record(took);
    }

    @Override
    public void failed(FailureType why, Duration took) {
        notSent(why);
        calls.record(took);
    }

    @Override
    public void notSent(FailureType why) {
        count(failures, why);
    }

    void gap(FailureType why) {
        count(gaps, why);
    }

    private static void count(Map<FailureType, Counter> counters, FailureType why) {
        Objects.requireNonNull(counters.get(why)).increment();
    }

    @Override
    public void repeats() {
        retries.increment();
    }

    @Override
    public void waited(Duration forItsTurn) {
        waits.record(forItsTurn);
    }

    @Override
    public void foundInCache() {
        hits.increment();
    }

    @Override
    public void readsAgain() {
        rereads.increment();
    }

    @Override
    public void unreadable(int records) {
        unreadable.increment(records);
    }

    /** The series begins with the first event: before it, there is no age to tell. */
    @Override
    public void saw(Instant time) {
        Instant before = newest.getAndAccumulate(time, SourceSeries::later);
        if (before == null) {
            series.gauge("tributary.newest.event.age.seconds", "Age of the newest event read", this::age);
        }
    }

    private static Instant later(@Nullable Instant known, Instant seen) {
        return known == null || seen.isAfter(known) ? seen : known;
    }

    private double age() {
        Instant time = newest.get();
        return time == null
                ? Double.NaN
                : Duration.between(time, clock.instant()).toMillis() / 1000.0;
    }
}
