package dev.tributary.shared;

import dev.tributary.event.Actor;
import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Value;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Slice;
import java.util.Map;

/** Writes a slice, part by part, as {@link SliceInput} reads it. */
final class SliceOutput {
    private final PackedOutput packed = new PackedOutput();

    byte[] bytes() {
        return packed.bytes();
    }

    void slice(Slice.Proven slice) {
        window(slice.window());
        packed.number(slice.rows());
        packed.number(slice.unreadable());
        packed.time(slice.begun());
        packed.number(slice.bytes());
        packed.list(slice.gaps(), this::gap);
        packed.list(slice.events(), this::event);
    }

    private void gap(Gap gap) {
        window(gap.window());
        failure(gap.reason());
        packed.number(gap.uncertain() ? 1 : 0);
    }

    private void failure(SourceFailure reason) {
        packed.text(reason.type().name());
        packed.text(reason.message());
        packed.optional(reason.upstreamStatus(), status -> packed.number(status));
        packed.optional(reason.upstreamCode(), packed::text);
        packed.optional(reason.retryAfter(), packed::duration);
    }

    private void event(Event event) {
        packed.text(event.id());
        packed.time(event.time());
        packed.optional(event.startTime(), packed::time);
        packed.text(event.source());
        packed.text(event.kind().name());
        scope(event.scope());
        packed.optional(event.action(), packed::text);
        packed.text(event.severity().name());
        packed.optional(event.actor(), this::actor);
        packed.optional(event.resource(), this::resource);
        packed.optional(event.namespace(), packed::text);
        packed.optional(event.message(), packed::text);
        fields(event.attributes());
        fields(event.raw());
    }

    private void scope(Scope scope) {
        packed.text(scope.region());
        packed.text(scope.project());
        packed.optional(scope.instance(), packed::text);
        packed.optional(scope.cluster(), this::cluster);
    }

    private void cluster(Cluster cluster) {
        packed.text(cluster.id());
        packed.optional(cluster.name(), packed::text);
        packed.optional(cluster.type(), packed::text);
    }

    private void actor(Actor actor) {
        packed.optional(actor.name(), packed::text);
        packed.optional(actor.type(), packed::text);
        packed.optional(actor.ip(), packed::text);
    }

    private void resource(Resource resource) {
        packed.optional(resource.type(), packed::text);
        packed.optional(resource.name(), packed::text);
    }

    private void fields(Map<String, Value> fields) {
        packed.list(fields.entrySet(), field -> {
            packed.text(field.getKey());
            packed.text(field.getValue().type().name());
            packed.text(field.getValue().text());
        });
    }

    private void window(Window window) {
        packed.time(window.from());
        packed.time(window.to());
    }
}
