package dev.tributary.shared;

import dev.tributary.upstream.slice.Slice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A slice as bytes: their version (one byte), their checksum (CRC-32, four), and what {@link SliceOutput} wrote, deflated. */
record SliceCodec(int maxBytes) {
    /** To be raised with every change of the bytes or of what they mean; other versions are never read. */
    static final int VERSION = 1;

    private static final int HEADER = 1 + Integer.BYTES;
    /** Of entries not yet deflated; a bomb is given up there. */
    private static final int TIMES_LARGER = 8;

    /** Empty if it is larger than an entry may be. */
    Optional<byte[]> encode(Slice.Proven slice) {
        SliceOutput output = new SliceOutput();
        output.slice(slice);
        byte[] written = output.bytes();
        return written.length > maxInflated()
                ? Optional.empty()
                : Optional.of(sealed(deflated(written))).filter(bytes -> bytes.length <= maxBytes);
    }

    /** Empty if that is nothing that {@link #encode} wrote. */
    Optional<Slice.Proven> decode(byte[] bytes) {
        try {
            return isSealed(bytes) ? whole(new SliceInput(inflated(bytes))) : Optional.empty();
        } catch (IOException | RuntimeException damaged) { // in whatever way: it is then no slice
            return Optional.empty();
        }
    }

    private static Optional<Slice.Proven> whole(SliceInput input) {
        Slice.Proven slice = input.slice();
        return Optional.of(slice).filter(read -> input.isAtEnd());
    }

    private static byte[] sealed(byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .put((byte) VERSION)
                .putInt(checksum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
    }

    private static boolean isSealed(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        return read.get() == VERSION && read.getInt() == checksum(read);
    }

    /** Of what is left of them. */
    private static int checksum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes, fast)) {
            deflating.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private byte[] inflated(byte[] bytes) throws IOException {
        ByteArrayInputStream content = new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER);
        try (InflaterInputStream inflating = new InflaterInputStream(content)) {
            byte[] inflated = inflating.readNBytes(maxInflated() + 1);
            if (inflated.length > maxInflated()) {
                throw new IOException("larger than an entry may be");
            }
            return inflated;
        }
    }

    private int maxInflated() {
        return TIMES_LARGER * maxBytes;
    }
}
