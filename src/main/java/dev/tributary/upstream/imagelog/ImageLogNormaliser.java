package dev.tributary.upstream.imagelog;

import dev.tributary.event.Actor;
import dev.tributary.event.Event;
import dev.tributary.event.EventId;
import dev.tributary.event.Resource;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Attributes;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.RecordTime;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a row of HSS's container image log into an event. */
record ImageLogNormaliser(SourceId source) implements Normaliser {
    /** In the order of the vendor's table "ContainerImageLogResponseInfo": another order changes every id. */
    private static final List<String> DOCUMENTED = List.of(
            "resource_name",
            "resource_type",
            "event_name",
            "event_id",
            "event_type",
            "source_ip",
            "user_name",
            "time",
            "content");

    @Override
    public Row normalise(UpstreamRecord row) {
        return RecordTime.ofMillis(row, "time")
                .<Row>map(time -> new Row.Normalised(event(row, time)))
                .orElseGet(() -> new Row.Unreadable(row.fields().keySet()));
    }

    private Event event(UpstreamRecord row, Instant time) {
        return new Event(
                EventId.of(source.kind(), source.scope(), row.texts(DOCUMENTED)),
                time,
                null,
                source.name(),
                source.kind(),
                source.scope(),
                row.lowerCase("event_name"),
                Severity.INFO,
                actor(row),
                Resource.of(row.text("resource_type"), row.text("resource_name")),
                null,
                row.line("content"),
                attributes(row, time),
                row.fields());
    }

    private static @Nullable Actor actor(UpstreamRecord row) {
        return Actor.of(row.text("user_name"), null, row.text("source_ip"));
    }

    private static Map<String, Value> attributes(UpstreamRecord row, Instant time) {
        return Attributes.of(row)
                .without("resource_name", "resource_type", "source_ip", "user_name")
                .withoutIfKept("event_name", row.lowerCase("event_name"))
                .withoutIfKept("content", row.line("content"))
                .withoutIfKept("time", RecordTime.millis(time))
                .build();
    }
}
