package dev.tributary.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tributary.event.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One JSON document in the words of the wire, written member by member. A member without a value is left out. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter RFC_3339_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an object and returns it as UTF-8. */
    public static byte[] object(Consumer<JsonWriter> members) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            new JsonWriter(json).braced(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public void text(String name, @Nullable String value) {
        if (value != null) {
            write(() -> json.writeStringField(name, value));
        }
    }

    /** RFC 3339 in UTC with three digits of milliseconds; years 0000 to 9999. */
    public void time(String name, @Nullable Instant value) {
        text(name, value == null ? null : RFC_3339_MILLIS.format(value));
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
        write(() -> json.writeArrayFieldStart(name));
        values.forEach(value -> braced(writer -> members.accept(value)));
        write(json::writeEndArray);
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

    private void braced(Consumer<JsonWriter> members) {
        write(json::writeStartObject);
        members.accept(this);
        write(json::writeEndObject);
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
