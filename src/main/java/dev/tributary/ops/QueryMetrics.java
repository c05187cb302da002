package dev.tributary.ops;

import dev.tributary.fanout.Fanout;
import dev.tributary.http.Ending;
import dev.tributary.http.Format;
import dev.tributary.http.QueryMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts queries by format and ending, and shows how busy the process is with them. */
@Singleton
final class QueryMetrics implements QueryMeter {
    private final Series all;
    private final Map<Label, Counted> ended;

    QueryMetrics(MeterRegistry registry) {
        this.all = new Series(registry, Tags.empty());
        this.ended = Stream.of(Format.values())
                .flatMap(format -> Stream.of(Ending.values()).map(ending -> new Label(format, ending)))
                .collect(Collectors.toUnmodifiableMap(label -> label, this::counted));
    }

    private Counted counted(Label label) {
        Series series = all.with("format", label.format().text())
                .with("outcome", label.ending().text());
        return new Counted(
                series.counter("tributary.queries", "Queries that have ended"),
                series.histogram("tributary.query", "Queries, until all of their answer was sent"));
    }

    @Override
    public void ended(Format format, Ending how, Duration took) {
        Objects.requireNonNull(ended.get(new Label(format, how))).add(took);
    }

    void showLoad(@Observes StartupEvent started, Fanout fanout) {
        all.gauge(
                "tributary.buffered.bytes",
                "Memory that queries hold or have reserved",
                () -> fanout.load().bufferedBytes());
        all.gauge(
                "tributary.buffered.bytes.max",
                "Memory that queries may hold",
                () -> fanout.load().maxBufferedBytes());
        all.gauge(
                "tributary.queries.running",
                "Queries that read",
                () -> fanout.load().running());
        all.gauge(
                "tributary.queries.waiting",
                "Queries that wait for their turn or for memory",
                () -> fanout.load().waiting());
    }

    private record Label(Format format, Ending ending) {}

    private record Counted(Counter count, Timer time) {
        void add(Duration took) {
            count.increment();
            time.record(took);
        }
    }
}
