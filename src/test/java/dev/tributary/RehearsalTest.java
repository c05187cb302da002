package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.life.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/REHEARSAL.md} shows is what happens; needs curl and jq. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(RehearsalTest.InDevMode.class)
class RehearsalTest extends FrontDoorTest {
    @BeforeEach
    void playThePlatformOfDevMode() {
        Platform.populations(1).forEach((list, rows) -> simulator.plays(list, rows));
    }

    /** {@code -Drehearsals=3} plays the last one too, which waits a lot. */
    static Stream<String> rehearsals() {
        return Stream.of("Take the registry down", "Let HSS throttle", "Let the database audit hang, and be slow")
                .limit(Integer.getInteger("rehearsals", 2));
    }

    @ParameterizedTest
    @MethodSource("rehearsals")
    void theTerminalShowsWhatTheDocumentShows(String heading) throws Exception {
        Console console = Console.of(Path.of("docs", "REHEARSAL.md"), heading);
        Path directory = Files.createTempDirectory(Path.of("target"), "rehearsal");
        assertThat(console.replayed(directory, this::led))
                .isEqualTo(console.text())
                .contains("$ curl");
    }

    private String led(String command) {
        return command.replace("localhost:8080", authority(url)).replace("localhost:8180", authority(simulator.url()));
    }

    private static String authority(String address) {
        return URI.create(address).getAuthority();
    }

    /** The waits that dev mode has: tests are more patient. */
    public static class InDevMode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.connect-timeout", "2s",
                    "tributary.timeout", "5s",
                    "tributary.deadline", "10s");
        }
    }
}
