package dev.tributary.upstream.slice;

import dev.tributary.event.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event's attributes in the making: whatever was sent and is not kept word for word elsewhere in the event. */
public final class Attributes {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    private Attributes() {}

    /**
     * All fields of the record but nulls, which mean the same as absent ones.
     *
     * @param kept fields that the event keeps as they are
     */
    public static Attributes of(UpstreamRecord record, Set<String> kept) {
        Attributes attributes = new Attributes();
        record.fields().forEach((name, value) -> {
            if (value.type() != Value.Type.NULL && !kept.contains(name)) {
                attributes.fields.put(name, value);
            }
        });
        return attributes;
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
