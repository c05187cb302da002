package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose tokens are good while their file changes. */
class TokenWatchTest {
    private static final String TOKEN = "the.token.of.the.start";
    private static final String NEXT = "the.token.thereafter";

    @TempDir
    Path directory;

    private Path file;
    private TokenWatch watch;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(directory.resolve("tokens"), TOKEN);
        watch = TokenWatch.begin("siem", new TokenFile(file.toString()));
    }

    @Test
    void changeIsBelievedAtTheSecondLook() throws IOException {
        Files.writeString(file, NEXT);

        watch.look();
        assertThat(isGood(TOKEN)).isTrue();
        assertThat(isGood(NEXT)).isFalse();

        watch.look();
        assertThat(isGood(TOKEN)).isFalse();
        assertThat(isGood(NEXT)).isTrue();
    }

    @Test
    void tokensStayGoodForAsLongAsTheirFileIsMissingOrMalformed() throws IOException {
        Files.delete(file);
        lookOften();
        assertThat(isGood(TOKEN)).isTrue();

        Files.writeString(file, "no token");
        lookOften();
        assertThat(isGood(TOKEN)).isTrue();
    }

    @Test
    void noneIsGoodOnceTheirFileIsEmpty() throws IOException {
        Files.writeString(file, "");
        lookOften();
        assertThat(isGood(TOKEN)).isFalse();
    }

    private void lookOften() {
        for (int look = 0; look < 3; look++) {
            watch.look();
        }
    }

    private boolean isGood(String token) {
        return watch.knows(TokenHash.of(token));
    }
}
