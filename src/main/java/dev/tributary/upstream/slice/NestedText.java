package dev.tributary.upstream.slice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** The compact JSON text of an object or array inside a record, numbers as they were written. */
final class NestedText {
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator = JSON.createGenerator(text);
    private int depth;

    NestedText(JsonToken opening) throws IOException {
        open(opening);
    }

    /** True with the token that closes the outermost object or array. */
    boolean accept(JsonToken token, JsonParser parser) throws IOException {
        if (token.isStructStart()) {
            open(token);
        } else if (token.isStructEnd()) {
            close(token);
        } else {
            write(token, parser);
        }
        return depth == 0;
    }

    String text() throws IOException {
        generator.close();
        return text.toString();
    }

    private void open(JsonToken token) throws IOException {
        depth++;
        if (token == JsonToken.START_OBJECT) {
            generator.writeStartObject();
        } else {
            generator.writeStartArray();
        }
    }

    private void close(JsonToken token) throws IOException {
        depth--;
        if (token == JsonToken.END_OBJECT) {
            generator.writeEndObject();
        } else {
            generator.writeEndArray();
        }
    }

    private void write(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case FIELD_NAME -> generator.writeFieldName(parser.currentName());
            case VALUE_STRING -> generator.writeString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
            default -> generator.writeRawValue(token.asString()); // true, false, null
        }
    }
}
