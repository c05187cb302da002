package dev.tributary.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a secret from its file. Blocks. */
final class SecretFile {
    /** Bytes; an IAM token has a few thousand. What is longer was named by mistake. */
    private static final int LONGEST = 64 * 1024;

    private SecretFile() {}

    /** Without the white space around it; empty when the file is, or cannot be read. */
    static Optional<String> content(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] bytes = file.readNBytes(LONGEST + 1);
            return bytes.length > LONGEST ? Optional.empty() : text(bytes);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // missing, not allowed, a directory: all that matters is that it holds no secret
        }
    }

    private static Optional<String> text(byte[] bytes) {
        return Optional.of(new String(bytes, UTF_8).strip()).filter(text -> !text.isEmpty());
    }
}
