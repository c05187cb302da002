package dev.tributary.walk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Writes the parts of a cursor, each as {@link ByteReader} reads it. Refuses what it could not give back unchanged. */
final class ByteWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void octet(int value) {
        bytes.write(value);
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    void fixedInt(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** Seven bits an octet, the lowest first; the highest bit says that more follow. */
    void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            octet((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        octet((int) left);
    }

    /** Zig-zag, so that times before 1970 stay short too. */
    void signed(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    void text(String value) {
        ByteBuffer encoded = utf8(value);
        varint(encoded.remaining());
        bytes.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
    }

    /** An even number of lower-case hex digits, without their count. */
    void hex(String digits) {
        bytes.writeBytes(HexFormat.of().parseHex(digits));
    }

    <T> void list(List<T> values, Consumer<T> part) {
        varint(values.size());
        values.forEach(part);
    }

    /** In the order of the names, so that equal maps are written alike. */
    <T> void map(Map<String, T> values, Consumer<T> part) {
        varint(values.size());
        new TreeMap<>(values).forEach((name, value) -> {
            text(name);
            part.accept(value);
        });
    }

    /** All that was written, and its checksum. */
    byte[] sealed() {
        fixedInt(checksum(ByteBuffer.wrap(bytes.toByteArray())));
        return bytes.toByteArray();
    }

    static int checksum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static ByteBuffer utf8(String value) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
        } catch (CharacterCodingException unpairedSurrogate) {
            throw new IllegalArgumentException(
                    "a text that is no Unicode cannot travel in a cursor", unpairedSurrogate);
        }
    }
}
