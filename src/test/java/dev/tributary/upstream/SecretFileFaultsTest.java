package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a secret's file is told by the full key that names the file. */
class SecretFileFaultsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("good"), "\n hidden \r\n");
        Files.writeString(directory.resolve("empty"), "\n");
        Files.writeString(directory.resolve("two-lines"), "hidden\nhidden");
        Files.writeString(directory.resolve("huge"), "hidden".repeat(100_000));
    }

    /** Changes to a configuration that works, and the keys (below {@code tributary.accounts.}) at fault. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            default.secret-key= default.secret-key-file=good       |
            default.security-token-file=good                       |
            other.token-file=good                                  |
            other.username=u other.domain=d other.password-file=good |
            default.secret-key-file=good                           | default.secret-key-file
            other.token=t other.token-file=good                    | other.token-file
            default.access-key= default.access-key-file=missing    | default.access-key-file
            default.secret-key= default.secret-key-file=empty      | default.secret-key-file
            default.secret-key= default.secret-key-file=.          | default.secret-key-file
            default.secret-key= default.secret-key-file=huge       | default.secret-key-file
            default.secret-key= default.secret-key-file=two-lines  | default.secret-key-file
            other.username=u other.domain=d other.password-file=empty | other.password-file
            other.access-key-file=missing                          | other.access-key-file other.secret-key
            default.token-file=good                                | default
            """)
    void aFaultIsToldByItsKey(String changes, String keys) {
        List<String> changed = List.of(changes.split(" ")).stream()
                .map(change -> "accounts." + change.replaceFirst("-file=(.+)", "-file=" + directory + "/$1"))
                .toList();
        List<String> expected = keys == null
                ? List.of()
                : List.of(keys.split(" ")).stream()
                        .map("tributary.accounts."::concat)
                        .toList();
        Configured configured = Configured.fourSources().with(changed);
        assertThat(configured.faultKeys()).containsExactlyElementsOf(expected);
        assertThat(configured.resolve().toString()).doesNotContain("hidden");
    }

    @Test
    void aFilesContentCountsWithoutTheWhiteSpaceAroundIt() {
        Configured configured = Configured.fourSources()
                .without("accounts.default.secret-key")
                .with(
                        "accounts.default.secret-key-file",
                        directory.resolve("good").toString());
        assertThat(configured.resolved("images").account().login())
                .isEqualTo(new Login.KeyPair("AKEXAMPLE", "hidden", null));
    }
}
