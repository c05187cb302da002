package dev.tributary.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A map like any other, in the order of what it was made of. */
class FieldsTest {
    private final Map<String, Value> sent = new LinkedHashMap<>();
    private final Fields fields;

    FieldsTest() {
        sent.put("zone", Value.string("a"));
        sent.put("id", Value.number("7"));
        fields = Fields.copyOf(sent);
    }

    @Test
    void holdsWhatItWasMadeOf() {
        assertThat(fields).isEqualTo(sent).hasSameHashCodeAs(sent).hasSize(2);
        assertThat(fields.get("id")).isEqualTo(Value.number("7"));
        assertThat(fields.get("none")).isNull();
        assertThat(fields.containsKey("zone")).isTrue();
        assertThat(fields.containsKey("none")).isFalse();
    }

    @Test
    void keepsTheOrder() {
        List<String> names = new ArrayList<>();
        fields.forEach((name, value) -> names.add(name));
        assertThat(names).containsExactly("zone", "id").containsExactlyElementsOf(fields.keySet());
    }

    @Test
    void doesNotChange() {
        sent.remove("id");
        assertThat(fields).hasSize(2);
        assertThatThrownBy(() -> fields.remove("id")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Fields.copyOf(fields)).isSameAs(fields);
    }
}
