package dev.tributary.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One upstream record in the unified schema. What the upstream did not send is null, never invented.
 *
 * @param id 32 hex digits, stable, see {@link EventId}
 * @param time when it happened, cut to whole milliseconds
 * @param startTime when it began, for events that last
 * @param source the configured name of the source that delivered it
 * @param action lower case
 * @param message one line for a person, without control characters
 * @param attributes every upstream field that no other component keeps word for word, in the upstream's order
 * @param raw the upstream record, untouched, in the upstream's order
 */
public record Event(
        String id,
        Instant time,
        @Nullable Instant startTime,
        String source,
        Kind kind,
        Scope scope,
        @Nullable String action,
        Severity severity,
        @Nullable Actor actor,
        @Nullable Resource resource,
        @Nullable String namespace,
        @Nullable String message,
        Map<String, Value> attributes,
        Map<String, Value> raw) {

    public Event {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        attributes = Fields.copyOf(attributes);
        raw = Fields.copyOf(raw);
    }

    /** This event with one attribute more. */
    public Event with(String attribute, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Event(
                id, time, startTime, source, kind, scope, action, severity, actor, resource, namespace, message, more,
                raw);
    }

    /** What places this event in the total order. */
    public EventKey key() {
        return new EventKey(time, source, id);
    }
}
