package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key pair in two files; each look is the test's. */
class SecretWatchTest {
    @TempDir
    Path directory;

    private final List<Login> seen = new ArrayList<>();
    private SecretWatch watch;

    @BeforeEach
    void mount() throws IOException {
        write("access-key", "AK1");
        write("secret-key", "SK1");
        Account account = configured().resolved("images").account();
        assertThat(account.login()).isEqualTo(pair("AK1", "SK1"));
        watch = new SecretWatch(
                account.name(),
                account.secrets(),
                now -> seen.add(account.login().with(now)));
    }

    private Configured configured() {
        return Configured.fourSources()
                .without("accounts.default.access-key")
                .without("accounts.default.secret-key")
                .with("accounts.default.access-key-file", path("access-key").toString())
                .with("accounts.default.secret-key-file", path("secret-key").toString());
    }

    @Test
    void whatDoesNotChangeIsNoNews() {
        look(3);
        assertThat(seen).isEmpty();
    }

    @Test
    void aChangeIsToldOnce() throws IOException {
        write("secret-key", " SK2 \n");
        look(4);
        assertThat(seen).containsExactly(pair("AK1", "SK2"));
    }

    /** Otherwise a new access key would go out with the old secret, and count as refused. */
    @Test
    void aPairThatIsReplacedFileByFileIsTakenWhole() throws IOException {
        write("access-key", "AK2");
        look(1);
        write("secret-key", "SK2");
        look(3);
        assertThat(seen).containsExactly(pair("AK2", "SK2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two\nlines", "ü"})
    void whatCannotBeASecretLeavesTheOldOneInPlace(String content) throws IOException {
        write("secret-key", content);
        look(3);
        assertThat(seen).isEmpty();

        write("secret-key", "SK2");
        look(2);
        assertThat(seen).containsExactly(pair("AK1", "SK2"));
    }

    @Test
    void aFileThatVanishesAndComesBackIsNoNews() throws IOException {
        Files.delete(path("secret-key"));
        look(2);
        write("secret-key", "SK1");
        look(3);
        assertThat(seen).isEmpty();
    }

    @Test
    void nothingThatIsWatchedShowsASecret() {
        assertThat(configured().resolved().toString()).doesNotContain("SK1");
        assertThat(Secrets.of(configured().as(UpstreamConfig.class).accounts().get("default"))
                        .toString())
                .doesNotContain("SK1");
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private static Login pair(String accessKey, String secretKey) {
        return new Login.KeyPair(accessKey, secretKey, null);
    }

    private Path path(String file) {
        return directory.resolve(file);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(path(file), content);
    }
}
