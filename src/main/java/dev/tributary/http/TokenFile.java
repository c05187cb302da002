package dev.tributary.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A file with a caller's tokens, one a line.
 *
 * @param path as configured
 */
public record TokenFile(String path) {

    /** Bytes; a token has some ten. What is longer was named by mistake. */
    private static final int LONGEST = 64 * 1024;

    /** RFC 6750, section 2.1, and long enough that nobody guesses it. */
    private static final Pattern TOKEN = Pattern.compile("(?=.{16})[A-Za-z0-9._~+/-]+=*");

    /** What a file was found to hold. */
    public sealed interface Content {}

    /** @param hashes none if the file is empty */
    public record Tokens(Set<TokenHash> hashes) implements Content {
        public Tokens {
            hashes = Set.copyOf(hashes);
        }
    }

    /** @param why continues the file's key as a sentence; nothing of what the file holds */
    public record Unusable(String why) implements Content {}

    /** Blocks. */
    public Content read() {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] bytes = file.readNBytes(LONGEST + 1);
            return bytes.length > LONGEST ? new Unusable("names a file of more than 64 KB") : content(bytes);
        } catch (IOException | InvalidPathException e) {
            return new Unusable("names a file that cannot be read"); // missing, not allowed, a directory: all the same
        }
    }

    private static Content content(byte[] bytes) {
        List<String> lines = new String(bytes, UTF_8)
                .lines()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        return lines.stream().allMatch(TOKEN.asMatchPredicate())
                ? new Tokens(lines.stream().map(TokenHash::of).collect(toUnmodifiableSet()))
                : new Unusable("names a file with a line that is no token: 16 or more of A-Z a-z 0-9 . _ ~ + / -,"
                        + " and = at the end");
    }
}
