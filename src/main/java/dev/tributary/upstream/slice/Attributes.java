package dev.tributary.upstream.slice;

import dev.tributary.event.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event's attributes in the making: whatever was sent and is not kept word for word elsewhere in the event. */
public final class Attributes {
    private final Map<String, Value> fields;

    private Attributes(Map<String, Value> fields) {
        this.fields = fields;
    }

    /** All fields of the record but nulls, which mean the same as absent ones. */
    public static Attributes of(UpstreamRecord record) {
        Map<String, Value> fields = new LinkedHashMap<>(record.fields());
        fields.values().removeIf(value -> value.type() == Value.Type.NULL);
        return new Attributes(fields);
    }

    /** Leaves out fields that the event keeps as they are. */
    public Attributes without(String... kept) {
        fields.keySet().removeAll(List.of(kept));
        return this;
    }

    /** Leaves out a field if what the event made of it is still its very text. */
    public Attributes withoutIfKept(String name, @Nullable String made) {
        Value sent = fields.get(name);
        if (sent != null && sent.text().equals(made)) {
            fields.remove(name);
        }
        return this;
    }

    /** Adds what was derived from a field; what the upstream itself calls so comes first. */
    public Attributes with(String name, Value derived) {
        fields.putIfAbsent(name, derived);
        return this;
    }

    public Map<String, Value> build() {
        return fields;
    }
}
