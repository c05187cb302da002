package dev.tributary.upstream.slice;

import dev.tributary.event.Actor;
import dev.tributary.event.Event;
import dev.tributary.event.EventId;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An event in the making: begins with what follows from any record, and takes what the kind makes of its fields. */
public final class EventDraft {
    private final SourceId source;
    private final UpstreamRecord row;
    private final String id;
    private final Instant time;
    private Scope scope;
    private Severity severity = Severity.INFO;
    private Map<String, Value> attributes = Map.of();
    private @Nullable Instant startTime;
    private @Nullable String action;
    private @Nullable Actor actor;
    private @Nullable Resource resource;
    private @Nullable String namespace;
    private @Nullable String message;

    private EventDraft(SourceId source, UpstreamRecord row, List<String> documented, Instant time) {
        this.source = source;
        this.row = row;
        this.id = EventId.of(source.kind(), source.scope(), row.texts(documented));
        this.time = time;
        this.scope = source.scope();
    }

    /**
     * Makes a row of a record.
     *
     * @param documented the fields that the id is made of, in the order of the vendor's table
     * @param time empty if the record has no usable one
     * @param complete what the kind adds
     */
    public static Row row(
            SourceId source,
            UpstreamRecord record,
            List<String> documented,
            Optional<Instant> time,
            BiFunction<EventDraft, UpstreamRecord, EventDraft> complete) {
        return time.map(known -> new EventDraft(source, record, documented, known))
                .<Row>map(draft ->
                        new Row.Normalised(complete.apply(draft, record).build()))
                .orElseGet(() -> new Row.Unreadable(record.fields().keySet()));
    }

    public Instant time() {
        return time;
    }

    public EventDraft startTime(@Nullable Instant value) {
        startTime = value;
        return this;
    }

    public EventDraft scope(Scope value) {
        scope = value;
        return this;
    }

    public EventDraft action(@Nullable String value) {
        action = value;
        return this;
    }

    public EventDraft severity(Severity value) {
        severity = value;
        return this;
    }

    public EventDraft actor(@Nullable Actor value) {
        actor = value;
        return this;
    }

    public EventDraft resource(@Nullable Resource value) {
        resource = value;
        return this;
    }

    public EventDraft namespace(@Nullable String value) {
        namespace = value;
        return this;
    }

    public EventDraft message(@Nullable String value) {
        message = value;
        return this;
    }

    public EventDraft attributes(Map<String, Value> value) {
        attributes = value;
        return this;
    }

    private Event build() {
        return new Event(
                id,
                time,
                startTime,
                source.name(),
                source.kind(),
                scope,
                action,
                severity,
                actor,
                resource,
                namespace,
                message,
                attributes,
                row.fields());
    }
}
