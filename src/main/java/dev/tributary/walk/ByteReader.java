package dev.tributary.walk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link ByteWriter} wrote. Trusts nothing: no length that it reads makes it allocate or run past the end. */
final class ByteReader {
    private static final int LONGEST_VARINT = 10; // 64 bits
    private final ByteBuffer bytes;

    private ByteReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws MalformedCursorException if the checksum at the end does not fit the rest */
    static ByteReader unseal(byte[] sealed) throws MalformedCursorException {
        int length = sealed.length - Integer.BYTES;
        if (length < 0
                || ByteBuffer.wrap(sealed).getInt(length) != ByteWriter.checksum(ByteBuffer.wrap(sealed, 0, length))) {
            throw damaged();
        }
        return new ByteReader(ByteBuffer.wrap(sealed, 0, length));
    }

    int octet() throws MalformedCursorException {
        need(1);
        return bytes.get() & 0xFF;
    }

    boolean flag() throws MalformedCursorException {
        return octet() != 0;
    }

    int fixedInt() throws MalformedCursorException {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    long varint() throws MalformedCursorException {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << (7 * i);
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
        throw damaged();
    }

    long signed() throws MalformedCursorException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() throws MalformedCursorException {
        ByteBuffer encoded = next(varint());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException noUtf8) {
            throw damaged();
        }
    }

    String hex(int digits) throws MalformedCursorException {
        byte[] value = new byte[digits / 2];
        next(value.length).get(value);
        return HexFormat.of().formatHex(value);
    }

    <T> List<T> list(Part<T> part) throws MalformedCursorException {
        long count = varint();
        List<T> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            values.add(part.read()); // every part takes an octet at least, so a false count meets the end
        }
        return values;
    }

    <T> Map<String, T> map(Part<T> part) throws MalformedCursorException {
        long count = varint();
        Map<String, T> values = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            values.put(text(), part.read());
        }
        return values;
    }

    private ByteBuffer next(long length) throws MalformedCursorException {
        need(length);
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    private void need(long length) throws MalformedCursorException {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
    }

    static MalformedCursorException damaged() {
        return new MalformedCursorException("this is no cursor, or a damaged one");
    }

    /** How one part is read; it takes one octet at least. */
    interface Part<T> {
        T read() throws MalformedCursorException;
    }
}
