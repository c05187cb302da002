package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says of itself on its management port, with an account whose secret key stands in a file. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(HealthTest.KeyInAFile.class)
class HealthTest extends FrontDoorTest {
    private static final AccessKey KEY = SimulatorResource.ACCESS_KEY;
    private static final String IMAGES = "/events?source=images&from=" + World.FROM + "&to=" + World.TO;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ConfigProperty(name = "tributary.accounts.other.secret-key-file")
    Path file;

    @BeforeEach
    void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(file, KEY.secretKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void serviceThatRunsIsUp(String question) {
        assertThat(status(question)).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "not a\u0000key"})
    void secretThatCannotBeOneMakesItUnready(String content) throws IOException {
        Files.writeString(file, content);
        assertNamesTheAccountAndGoesOn();
    }

    @Test
    void missingSecretMakesItUnreadyUntilItIsBack() throws IOException {
        Files.delete(file);
        assertNamesTheAccountAndGoesOn();

        restore();
        assertThat(status("ready")).isEqualTo("UP");
        assertThat(Scrape.of(management).value("tributary_secrets_unusable")).isZero();
    }

    private void assertNamesTheAccountAndGoesOn() {
        Api.Reply ready = health("ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(check(ready, "secrets").path("status").asText()).isEqualTo("DOWN");
        assertThat(check(ready, "secrets").path("data").fieldNames())
                .toIterable()
                .containsExactly("accounts.other");
        assertThat(ready.http().body()).doesNotContain(KEY.secretKey(), file.toString());
        assertThat(Scrape.of(management).value("tributary_secrets_unusable")).isEqualTo(1);
        assertThat(status("live")).isEqualTo("UP");
        assertThat(api.getAnew(IMAGES).events()).hasSize(1); // with what the file held
    }

    @Test
    void upstreamsThatAreDeadMakeNoDifference() {
        simulator.fault(World.images(), Calls.all(), Fault.reset());
        assertThat(api.get(IMAGES).status()).isEqualTo(502);

        assertThat(status("live")).isEqualTo("UP");
        assertThat(status("ready")).isEqualTo("UP");
    }

    private String status(String question) {
        return health(question).json().path("status").asText();
    }

    private Api.Reply health(String question) {
        return new Api(management).get("/q/health/" + question);
    }

    private static JsonNode check(Api.Reply health, String name) {
        for (JsonNode check : health.json().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + health.json());
    }

    public static class KeyInAFile extends AccountProfile {
        public KeyInAFile() {
            super(Map.of(
                    "access-key", KEY.accessKey(), "secret-key-file", written().toString()));
        }

        private static Path written() {
            try {
                return Files.writeString(Files.createTempFile("secret", "key"), KEY.secretKey());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
