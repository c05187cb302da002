package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Actor;
import dev.tributary.event.EventTime;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a row of SWR's audit log into an event. */
record RegistryAuditNormaliser(SourceId source) implements Normaliser {
    /** In the order of the vendor's table "AuditLog": another order changes every id. */
    private static final List<String> DOCUMENTED =
            List.of("id", "operation", "resource_type", "resource", "username", "op_time");

    /** SWR names robot accounts {@code robot$…}. */
    private static final String ROBOT = "robot$";
    /** A project has no repository. */
    private static final Set<String> WITH_REPOSITORY = Set.of("artifact", "repository", "tag");

    private static final Set<String> KEPT = Set.of("resource_type", "resource", "username");

    @Override
    public Row normalise(UpstreamRecord row) {
        return EventDraft.row(source, row, DOCUMENTED, RecordTime.ofText(row, "op_time"), this::complete);
    }

    private EventDraft complete(EventDraft event, UpstreamRecord row) {
        return event.action(row.lowerCase("operation"))
                .actor(actor(row.text("username")))
                .resource(Resource.of(row.text("resource_type"), row.text("resource")))
                .message(message(row))
                .attributes(attributes(row, event.time()));
    }

    private static @Nullable Actor actor(@Nullable String name) {
        return name == null ? null : new Actor(name, name.startsWith(ROBOT) ? "robot" : "user", null);
    }

    private static @Nullable String message(UpstreamRecord row) {
        String message = Stream.of("username", "operation", "resource")
                .map(row::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return message.isEmpty() ? null : UpstreamRecord.onOneLine(message);
    }

    private static Map<String, Value> attributes(UpstreamRecord row, Instant time) {
        Attributes attributes = Attributes.of(row, KEPT)
                .withoutIfKept("operation", row.lowerCase("operation"))
                .withoutIfKept("op_time", EventTime.text(time));
        if (WITH_REPOSITORY.contains(row.find("resource_type").orElse(""))) {
            row.find("resource").map(RegistryResource::of).ifPresent(resource -> describe(attributes, resource));
        }
        return attributes.build();
    }

    private static void describe(Attributes attributes, RegistryResource resource) {
        attributes.with("repository", Value.string(resource.repository()));
        if (resource.tag() != null) {
            attributes.with("tag", Value.string(resource.tag()));
        }
        if (resource.digest() != null) {
            attributes.with("digest", Value.string(resource.digest()));
        }
    }
}
