package dev.tributary.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's id: the first 128 bits of a SHA-256 over what the upstream documents of a record, so that the same record
 * has the same id in every answer of every replica, and a record that changes becomes a new event.
 *
 * <p>The bytes hashed, for others to recompute: kind, project id, instance or cluster id, then the documented fields in
 * the order of the vendor's table. Each stands as its length in bytes (32 bits, big-endian) and its UTF-8 bytes: strings
 * decoded, numbers and nested values as their JSON text. What is absent or null stands as the length {@code FFFFFFFF}
 * alone, so it differs from the empty string.
 */
public final class EventId {
    private static final int ABSENT = -1;
    private static final int BYTES = 16;
    private static final int BYTES_OF_A_CHAR = 3; // at most: of four, there are two chars

    private EventId() {}

    /** The id as 32 lower-case hex digits. */
    public static String of(Kind kind, Scope scope, List<@Nullable String> documented) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(kind.text());
        values.add(scope.project());
        values.add(scope.cluster() == null ? scope.instance() : scope.cluster().id());
        values.addAll(documented);
        MessageDigest digest = sha256();
        digest.update(bytes(values));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static ByteBuffer bytes(List<@Nullable String> values) {
        ByteBuffer bytes = ByteBuffer.allocate(most(values));
        for (String value : values) {
            put(bytes, value);
        }
        return bytes.flip();
    }

    private static int most(List<@Nullable String> values) {
        int most = Integer.BYTES * values.size();
        for (String value : values) {
            most += value == null ? 0 : BYTES_OF_A_CHAR * value.length();
        }
        return most;
    }

    private static void put(ByteBuffer bytes, @Nullable String value) {
        if (value == null) {
            bytes.putInt(ABSENT);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(utf8.length).put(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
