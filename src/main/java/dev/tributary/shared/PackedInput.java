package dev.tributary.shared;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackedOutput} wrote. Trusts nothing: whatever it meets, it makes some {@link RuntimeException} of it at
 * the latest where the bytes end, and no length that it reads makes it allocate more than they are.
 */
final class PackedInput {
    private final ByteBuffer bytes;
    private final List<String> texts = new ArrayList<>();

    PackedInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    Instant time() {
        return Instant.ofEpochSecond(number(), number());
    }

    Duration duration() {
        return Duration.ofSeconds(number(), number());
    }

    <T> List<T> list(Supplier<T> part) {
        List<T> parts = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            parts.add(part.get());
        }
        return parts;
    }

    @Nullable
    <T> T optional(Supplier<T> part) {
        return number() == 0 ? null : part.get();
    }

    String text() {
        int place = integer();
        if (place == texts.size()) {
            char[] text = new char[count()];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) integer();
            }
            texts.add(new String(text));
        }
        return texts.get(place);
    }

    /** Of things that take a byte at least. */
    int count() {
        int count = integer();
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("more than there is");
        }
        return count;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    long number() {
        long value = 0;
        byte next;
        int shift = 0;
        do {
            next = bytes.get();
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0 && shift < Long.SIZE);
        return (value >>> 1) ^ -(value & 1);
    }
}
