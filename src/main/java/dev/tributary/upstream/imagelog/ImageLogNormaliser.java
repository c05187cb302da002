package dev.tributary.upstream.imagelog;

import dev.tributary.event.Actor;
import dev.tributary.event.Resource;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Attributes;
import dev.tributary.upstream.slice.EventDraft;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.RecordTime;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final Set<String> KEPT = Set.of("resource_name", "resource_type", "source_ip", "user_name");

    @Override
    public Row normalise(UpstreamRecord row) {
        return EventDraft.row(source, row, DOCUMENTED, RecordTime.ofMillis(row, "time"), this::complete);
    }

    private EventDraft complete(EventDraft event, UpstreamRecord row) {
        return event.action(row.lowerCase("event_name"))
                .actor(Actor.of(row.text("user_name"), null, row.text("source_ip")))
                .resource(Resource.of(row.text("resource_type"), row.text("resource_name")))
                .message(row.line("content"))
                .attributes(attributes(row, event.time()));
    }

    private static Map<String, Value> attributes(UpstreamRecord row, Instant time) {
        return Attributes.of(row, KEPT)
                .withoutIfKept("event_name", row.lowerCase("event_name"))
                .withoutIfKept("content", row.line("content"))
                .withoutIfKept("time", RecordTime.millis(time))
                .build();
    }
}
