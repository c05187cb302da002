package dev.tributary.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.tributary.event.EventTime;
import dev.tributary.event.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON in the words of the wire, written member by member as UTF-8. A member without a value is left out. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator((String) null) // between lines stand our own
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an object and returns it as UTF-8. */
    public static byte[] object(Consumer<JsonWriter> members) {
        var bytes = new ByteArrayOutputStream();
        JsonWriter writer = on(bytes);
        writer.braced(members);
        writer.flush();
        return bytes.toByteArray();
    }

    /** Writes to a stream in pieces of up to 8 KB; what it holds back goes there with {@link #flush}. */
    static JsonWriter on(OutputStream bytes) {
        try {
            return new JsonWriter(FACTORY.createGenerator(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void text(String name, @Nullable String value) {
        if (value != null) {
            write(() -> json.writeStringField(name, value));
        }
    }

    /** RFC 3339 in UTC with three digits of milliseconds; years 0000 to 9999. */
    public void time(String name, @Nullable Instant value) {
        text(name, value == null ? null : EventTime.text(value));
    }

    /** ISO 8601, as {@code PT5M}. */
    public void duration(String name, @Nullable Duration value) {
        text(name, value == null ? null : value.toString());
    }

    public void number(String name, @Nullable Number value) {
        if (value != null) {
            write(() -> json.writeNumberField(name, value.longValue()));
        }
    }

    public void bool(String name, boolean value) {
        write(() -> json.writeBooleanField(name, value));
    }

    public void object(String name, Consumer<JsonWriter> members) {
        write(() -> json.writeFieldName(name));
        braced(members);
    }

    /** Writes an array with an object for each of the values. */
    public <T> void array(String name, Collection<T> values, Consumer<T> members) {
        beginArray(name);
        values.forEach(value -> braced(writer -> members.accept(value)));
        endArray();
    }

    /** Begins an object without a name: the document, or one of an array. */
    void begin() {
        write(json::writeStartObject);
    }

    void end() {
        write(json::writeEndObject);
    }

    void beginArray(String name) {
        write(() -> json.writeArrayFieldStart(name));
    }

    void endArray() {
        write(json::writeEndArray);
    }

    void braced(Consumer<JsonWriter> members) {
        begin();
        members.accept(this);
        end();
    }

    void braced(Map<String, Value> values) {
        begin();
        values.forEach(this::value);
        end();
    }

    void endLine() {
        write(() -> json.writeRaw('\n'));
    }

    void flush() {
        write(json::flush);
    }

    /** Writes what an upstream sent, digit by digit. */
    void value(String name, Value value) {
        write(() -> json.writeFieldName(name));
        write(() -> {
            switch (value.type()) {
                case STRING -> json.writeString(value.text());
                case NUMBER -> json.writeNumber(value.text());
                case BOOLEAN, NULL, NESTED -> json.writeRawValue(LoneSurrogates.escaped(value.text()));
            }
        });
    }

    // The bytes go to memory, which does not fail.
    private static void write(Writing step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
