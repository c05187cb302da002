package dev.tributary.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What tells a file of the page from another version of it (RFC 9110, section 8.8.3). Of its contents: a file in a jar
 * has the time of the build, which says too much or, in reproducible builds, nothing.
 *
 * @param text weak, as the same file may be sent compressed or not
 */
record FileTag(String text) {

    /**
     * Reads the file, which has some KB; empty if there is none.
     *
     * @param path as in an address
     */
    static Optional<FileTag> of(String path) {
        String name = "META-INF/resources" + (path.equals("/") ? "/index.html" : path);
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTag of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new FileTag("W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** @param given {@code If-None-Match} */
    boolean isIn(List<String> given) {
        return given.stream().anyMatch(tags -> tags.contains(text));
    }
}
