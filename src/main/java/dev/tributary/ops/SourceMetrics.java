package dev.tributary.ops;

import dev.tributary.fanout.GapMeter;
import dev.tributary.fanout.SourceReport;
import dev.tributary.source.EventSource;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceMeter;
import dev.tributary.source.SourceMeters;
import dev.tributary.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the configured sources do, each under its name and kind; whoever follows a query sees it, too. */
@Singleton
final class SourceMetrics implements SourceMeters, GapMeter {
    /** In the order of their numbers on the wire. */
    private static final List<String> CIRCUIT = List.of("closed", "half-open", "open");

    private final MeterRegistry registry;
    private final Clock clock;
    private final Tracing tracing;
    private final Map<String, SourceSeries> byName = new ConcurrentHashMap<>();

    SourceMetrics(MeterRegistry registry, Clock clock, Tracing tracing) {
        this.registry = registry;
        this.clock = clock;
        this.tracing = tracing;
    }

    @Override
    public SourceMeter of(SourceId source) {
        return byName.computeIfAbsent(source.name(), any -> opened(source));
    }

    private SourceSeries opened(SourceId source) {
        return new SourceSeries(labelled(source), clock, query -> tracing.begin(source, query));
    }

    /** One that is not configured any more has no series. */
    @Override
    public void met(SourceReport report) {
        SourceSeries series = byName.get(report.name());
        SourceFailure why = report.error();
        if (series != null && why != null) {
            report.gaps().forEach(gap -> series.gap(why.type()));
        }
    }

    void showStates(@Observes StartupEvent started, Sources sources) {
        sources.all().forEach(this::showState);
    }

    private void showState(EventSource source) {
        Series series = labelled(source.id());
        series.gauge(
                "tributary.circuit.state",
                "0 closed, 1 half-open, 2 open",
                () -> CIRCUIT.indexOf(source.status().circuit()));
        series.gauge("tributary.credential.resting", "1 while a refused credential rests", () -> isResting(source));
    }

    private static int isResting(EventSource source) {
        return source.status().credentialRestsUntil() == null ? 0 : 1;
    }

    private Series labelled(SourceId source) {
        return new Series(
                registry, Tags.of("source", source.name(), "kind", source.kind().text()));
    }
}
