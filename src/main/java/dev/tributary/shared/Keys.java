package dev.tributary.shared;

import dev.tributary.upstream.slice.SettledSlices;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under which key. Those of one shelf stand in one slot of a cluster, for they have one hash tag; those of
 * another version of the bytes are other keys.
 */
final class Keys {
    private static final int HASH_BYTES = 16;

    private Keys() {}

    static String pace(String group) {
        return "tributary:pace:" + group;
    }

    static String shelf(SettledSlices.ShelfId shelf) {
        String kind = shelf.source().kind().text();
        String project = shelf.source().scope().project();
        return "tributary:slices:" + SliceCodec.VERSION + ":{" + kind + ':' + project + ':' + hash(parts(shelf)) + '}';
    }

    private static List<@Nullable String> parts(SettledSlices.ShelfId shelf) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(shelf.source().name());
        parts.add(shelf.source().scope().region());
        parts.add(shelf.source().scope().project());
        parts.add(shelf.source().scope().instance());
        parts.add(
                shelf.source().scope().cluster() == null
                        ? null
                        : shelf.source().scope().cluster().id());
        parts.addAll(shelf.meaning());
        return parts;
    }

    /** Each part with its length, and what is absent with none, so that no two lists are written alike. */
    private static String hash(List<@Nullable String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part == null ? -1 : bytes.length)
                    .array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
