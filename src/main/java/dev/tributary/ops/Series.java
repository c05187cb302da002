package dev.tributary.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Makes series, each there from then on. What they are called, {@code docs/METRICS.md} says. */
record Series(MeterRegistry registry, Tags labels) {
    /** From an answer out of memory to a query that goes to its deadline and to a client that is slow. */
    private static final Duration[] BUCKETS = LongStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    Series with(String label, String value) {
        return new Series(registry, labels.and(label, value));
    }

    Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).tags(labels).register(registry);
    }

    Timer histogram(String name, String meaning) {
        return Timer.builder(name)
                .description(meaning)
                .tags(labels)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Only how many and how long together. */
    Timer summary(String name, String meaning) {
        return Timer.builder(name).description(meaning).tags(labels).register(registry);
    }

    /** @param value asked at every scrape; it may not block */
    void gauge(String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).tags(labels).register(registry);
    }
}
