package dev.tributary.upstream.slice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tributary.event.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a record of the tokens after its opening brace. */
final class RecordBuilder {
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private String name = "";
    private @Nullable NestedText nested;

    /** True with the record's closing brace. */
    boolean accept(JsonToken token, JsonParser parser) throws IOException {
        if (nested != null) {
            acceptNested(nested, token, parser);
        } else if (token == JsonToken.FIELD_NAME) {
            name = parser.currentName();
        } else if (token.isStructStart()) {
            nested = new NestedText(token);
        } else if (token.isScalarValue()) {
            fields.put(name, new Value(type(token), parser.getText()));
        } else {
            return true;
        }
        return false;
    }

    UpstreamRecord build() {
        return new UpstreamRecord(fields);
    }

    private void acceptNested(NestedText open, JsonToken token, JsonParser parser) throws IOException {
        if (open.accept(token, parser)) {
            fields.put(name, new Value(Value.Type.NESTED, open.text()));
            nested = null;
        }
    }

    private static Value.Type type(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> Value.Type.STRING;
            case VALUE_NULL -> Value.Type.NULL;
            case VALUE_TRUE, VALUE_FALSE -> Value.Type.BOOLEAN;
            default -> Value.Type.NUMBER;
        };
    }
}
