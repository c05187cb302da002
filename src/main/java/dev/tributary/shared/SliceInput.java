package dev.tributary.shared;

import dev.tributary.event.Actor;
import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.FailureType;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Slice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link SliceOutput} wrote. Whatever else it meets, it makes some {@link RuntimeException} of it. */
final class SliceInput {
    private final PackedInput packed;

    SliceInput(byte[] bytes) {
        this.packed = new PackedInput(bytes);
    }

    boolean isAtEnd() {
        return packed.isAtEnd();
    }

    Slice.Proven slice() {
        Window window = window();
        long rows = packed.number();
        int unreadable = packed.integer();
        Instant begun = packed.time();
        long size = packed.number();
        List<Gap> gaps = packed.list(this::gap);
        return new Slice.Proven(window, packed.list(this::event), rows, unreadable, begun, size, gaps);
    }

    private Gap gap() {
        return new Gap(window(), failure(), packed.number() != 0);
    }

    private SourceFailure failure() {
        return new SourceFailure(
                FailureType.valueOf(packed.text()),
                packed.text(),
                packed.optional(packed::integer),
                packed.optional(packed::text),
                packed.optional(packed::duration));
    }

    private Event event() {
        return new Event(
                packed.text(),
                packed.time(),
                packed.optional(packed::time),
                packed.text(),
                Kind.valueOf(packed.text()),
                scope(),
                packed.optional(packed::text),
                Severity.valueOf(packed.text()),
                packed.optional(this::actor),
                packed.optional(this::resource),
                packed.optional(packed::text),
                packed.optional(packed::text),
                fields(),
                fields());
    }

    private Scope scope() {
        return new Scope(packed.text(), packed.text(), packed.optional(packed::text), packed.optional(this::cluster));
    }

    private Cluster cluster() {
        return new Cluster(packed.text(), packed.optional(packed::text), packed.optional(packed::text));
    }

    private Actor actor() {
        return new Actor(packed.optional(packed::text), packed.optional(packed::text), packed.optional(packed::text));
    }

    private Resource resource() {
        return new Resource(packed.optional(packed::text), packed.optional(packed::text));
    }

    private Map<String, Value> fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int left = packed.count(); left > 0; left--) {
            fields.put(packed.text(), value());
        }
        return fields;
    }

    private Value value() {
        return new Value(Value.Type.valueOf(packed.text()), packed.text());
    }

    private Window window() {
        return new Window(packed.time(), packed.time());
    }
}
