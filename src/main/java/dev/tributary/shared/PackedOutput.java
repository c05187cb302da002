package dev.tributary.shared;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers, times and texts in few bytes, as {@link PackedInput} reads them. A text that came before is only its number. */
final class PackedOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new HashMap<>();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void time(Instant time) {
        number(time.getEpochSecond());
        number(time.getNano());
    }

    void duration(Duration length) {
        number(length.getSeconds());
        number(length.getNano());
    }

    <T> void list(Collection<T> parts, Consumer<T> part) {
        number(parts.size());
        parts.forEach(part);
    }

    <T> void optional(@Nullable T value, Consumer<T> part) {
        number(value == null ? 0 : 1);
        if (value != null) {
            part.accept(value);
        }
    }

    /** Its number, or the next free one and its characters: as they are, for an upstream may send half a character. */
    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
        if (known == null) {
            number(text.length());
            text.chars().forEach(this::number);
        }
    }

    /** Zig-zag, seven bits a byte, the lowest first; the highest bit says that more follow. */
    void number(long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
    }
}
