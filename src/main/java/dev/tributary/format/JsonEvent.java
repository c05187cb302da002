package dev.tributary.format;

import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.Scope;
import dev.tributary.event.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one event. */
record JsonEvent(JsonWriter json, RawRecords raw) {

    void write(Event event) {
        json.text("id", event.id());
        json.time("time", event.time());
        json.time("startTime", event.startTime());
        json.text("source", event.source());
        json.text("kind", event.kind().text());
        scope(json, event.scope());
        json.text("action", event.action());
        json.text("severity", event.severity().text());
        actor(event);
        resource(event);
        json.text("namespace", event.namespace());
        json.text("message", event.message());
        values("attributes", event.attributes());
        if (raw == RawRecords.INCLUDED) {
            values("raw", event.raw());
        }
    }

    static void scope(JsonWriter json, Scope scope) {
        json.object("scope", it -> {
            it.text("region", scope.region());
            it.text("project", scope.project());
            it.text("instance", scope.instance());
            cluster(it, scope.cluster());
        });
    }

    private static void cluster(JsonWriter json, @Nullable Cluster cluster) {
        if (cluster != null) {
            json.object("cluster", it -> {
                it.text("id", cluster.id());
                it.text("name", cluster.name());
                it.text("type", cluster.type());
            });
        }
    }

    private void actor(Event event) {
        var actor = event.actor();
        if (actor != null) {
            json.object("actor", it -> {
                it.text("name", actor.name());
                it.text("type", actor.type());
                it.text("ip", actor.ip());
            });
        }
    }

    private void resource(Event event) {
        var resource = event.resource();
        if (resource != null) {
            json.object("resource", it -> {
                it.text("type", resource.type());
                it.text("name", resource.name());
            });
        }
    }

    private void values(String name, Map<String, Value> values) {
        json.object(name, it -> values.forEach(it::value));
    }
}
