package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A key pair in files, laid out and replaced as Kubernetes does it for a mounted Secret. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(SecretFilesTest.InFiles.class)
class SecretFilesTest extends FrontDoorTest {
    private static final Duration A_FEW_LOOKS = Duration.ofSeconds(30);
    private static final String RESTING = "tributary_credential_resting{source=\"images\",kind=\"image-log\"}";
    private static final String WRONG = "WRONGSECRET";

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ConfigProperty(name = "secrets")
    Path secrets;

    public static class InFiles extends AccountProfile {
        private static final Path SECRETS = mounted();

        public InFiles() {
            super(Map.of(
                    "access-key-file", SECRETS.resolve("access-key").toString(),
                    "secret-key-file", SECRETS.resolve("secret-key").toString()));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = super.getConfigOverrides();
            overrides.put("secrets", SECRETS.toString());
            return overrides;
        }

        private static Path mounted() {
            try {
                Path directory = Files.createTempDirectory("secrets");
                Files.createSymbolicLink(directory.resolve("..data"), version(directory, "..1", WRONG));
                for (String key : List.of("access-key", "secret-key")) {
                    Files.createSymbolicLink(directory.resolve(key), Path.of("..data", key));
                }
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path version(Path directory, String name, String secretKey) throws IOException {
        Path version = Files.createDirectory(directory.resolve(name));
        Files.writeString(version.resolve("access-key"), SimulatorResource.ACCESS_KEY.accessKey() + "\n");
        Files.writeString(version.resolve("secret-key"), secretKey + "\n");
        return version.getFileName();
    }

    // One test, because a file that was replaced stays so.
    @Test
    void secretsAreReadAgainHoweverTheirFilesAreReplaced() throws IOException {
        new World(1, 50).playedBy(simulator);
        assertThat(isComplete()).isFalse();
        assertThat(api.get("/sources").source("images").has("credentialRestsUntil"))
                .isTrue();
        assertThat(Scrape.of(management).value(RESTING)).isEqualTo(1);
        assertThat(simulator.requests().all()).allMatch(request -> request.status() == 401);

        swapDirectory();
        await().atMost(A_FEW_LOOKS).until(this::isComplete);
        assertThat(api.get("/sources").source("images").has("credentialRestsUntil"))
                .isFalse();
        assertThat(Scrape.of(management).value(RESTING)).isZero();

        renameOver("secret-key", WRONG);
        await().atMost(A_FEW_LOOKS).until(() -> !isComplete());

        renameOver("secret-key", SimulatorResource.ACCESS_KEY.secretKey());
        await().atMost(A_FEW_LOOKS).until(this::isComplete);
    }

    private void swapDirectory() throws IOException {
        Path link = secrets.resolve("..data_tmp");
        Files.createSymbolicLink(link, version(secrets, "..2", SimulatorResource.ACCESS_KEY.secretKey()));
        Files.move(link, secrets.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void renameOver(String key, String value) throws IOException {
        Path written = Files.writeString(secrets.resolve("written"), value);
        Files.move(written, secrets.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isComplete() {
        Api.Reply answer = api.getAnew("/events?from=" + World.FROM + "&to=" + World.TO);
        assertThat(answer.http().body()).doesNotContain(WRONG);
        return answer.json().path("complete").asBoolean();
    }
}
