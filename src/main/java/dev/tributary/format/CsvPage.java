package dev.tributary.format;

import static java.util.Map.entry;

import dev.tributary.event.Actor;
import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.EventTime;
import dev.tributary.event.Resource;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of events as {@code text/csv}: a header line, then a line an event. An absent value is an empty cell. */
public final class CsvPage {

    /** Their order is a promise: new ones come behind {@code raw}. */
    private static final List<Map.Entry<String, Function<Event, @Nullable String>>> COLUMNS = List.of(
            entry("time", event -> EventTime.text(event.time())),
            entry("startTime", event -> event.startTime() == null ? null : EventTime.text(event.startTime())),
            entry("id", Event::id),
            entry("source", Event::source),
            entry("kind", event -> event.kind().text()),
            entry("region", event -> event.scope().region()),
            entry("project", event -> event.scope().project()),
            entry("instance", event -> event.scope().instance()),
            entry("clusterId", cluster(Cluster::id)),
            entry("clusterName", cluster(Cluster::name)),
            entry("clusterType", cluster(Cluster::type)),
            entry("action", Event::action),
            entry("severity", event -> event.severity().text()),
            entry("actorName", actor(Actor::name)),
            entry("actorType", actor(Actor::type)),
            entry("actorIp", actor(Actor::ip)),
            entry("resourceType", resource(Resource::type)),
            entry("resourceName", resource(Resource::name)),
            entry("namespace", Event::namespace),
            entry("message", Event::message));

    private final CsvWriter csv;
    private final RawRecords raw;

    private CsvPage(CsvWriter csv, RawRecords raw) {
        this.csv = csv;
        this.raw = raw;
    }

    /** The steps in which events are written, a line each. */
    public static Stream<Runnable> of(List<Event> events, OutputStream out, RawRecords raw) {
        CsvPage page = new CsvPage(new CsvWriter(out), raw);
        return Steps.of(page::header, events.stream().map(event -> () -> page.line(event)), page.csv::flush);
    }

    private void header() {
        COLUMNS.forEach(column -> csv.text(column.getKey()));
        csv.text("attributes");
        if (raw == RawRecords.INCLUDED) {
            csv.text("raw");
        }
        csv.endLine();
    }

    private void line(Event event) {
        COLUMNS.forEach(column -> csv.text(column.getValue().apply(event)));
        csv.json(event.attributes());
        if (raw == RawRecords.INCLUDED) {
            csv.json(event.raw());
        }
        csv.endLine();
    }

    private static Function<Event, @Nullable String> cluster(Function<Cluster, @Nullable String> part) {
        return event -> of(event.scope().cluster(), part);
    }

    private static Function<Event, @Nullable String> actor(Function<Actor, @Nullable String> part) {
        return event -> of(event.actor(), part);
    }

    private static Function<Event, @Nullable String> resource(Function<Resource, @Nullable String> part) {
        return event -> of(event.resource(), part);
    }

    private static <T> @Nullable String of(@Nullable T whole, Function<T, @Nullable String> part) {
        return whole == null ? null : part.apply(whole);
    }
}
