package dev.tributary.fanout;

import dev.tributary.event.Event;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What events can be filtered by: one parameter each. */
public enum FilterField {
    SOURCE("source", event -> present(event.source())),
    KIND("kind", event -> present(event.kind().text())),
    SEVERITY("severity", event -> present(event.severity().text())),
    ACTION("action", event -> present(event.action())),
    /** Name or address. */
    ACTOR(
            "actor",
            event -> event.actor() == null
                    ? present()
                    : present(event.actor().name(), event.actor().ip())),
    /** The name, not the type. */
    RESOURCE(
            "resource",
            event -> event.resource() == null
                    ? present()
                    : present(event.resource().name())),
    NAMESPACE("namespace", event -> present(event.namespace())),
    /** Id or name. */
    CLUSTER("cluster", FilterField::cluster),
    ID("id", event -> present(event.id()));

    private final String text;
    private final Function<Event, Stream<String>> values;

    FilterField(String text, Function<Event, Stream<String>> values) {
        this.text = text;
        this.values = values;
    }

    /** The parameter's name. */
    public String text() {
        return text;
    }

    /** What a pattern is compared with; empty if the event has no such value. */
    Stream<String> values(Event event) {
        return values.apply(event);
    }

    private static Stream<String> cluster(Event event) {
        var cluster = event.scope().cluster();
        return cluster == null ? present() : present(cluster.id(), cluster.name());
    }

    private static Stream<String> present(@Nullable String... values) {
        return Arrays.stream(values).flatMap(Stream::ofNullable);
    }
}
