package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of {@code docs/FOLLOW.md} do what it promises; they need curl, jq and python3. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(FollowingProfile.class)
class FollowScriptsTest extends FrontDoorTest {
    private static final Duration APART = Duration.ofDays(400); // from the worlds of other tests of this profile
    private static final Duration PAUSE = Duration.ofSeconds(4);

    @Inject
    FollowedClock clock;

    private Path directory;
    private String script;
    private LateWorld world;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"follow.sh", "follow.py"})
    void everyEventIsInTheOutputOnceWhateverHappens(String name) throws Exception {
        begin(name);
        run();
        failOnce();
        run();
        cutInTheMidstOfALine();
        run();
        crashBetweenEventsAndState();
        run();
        kill();
        while (clock.instant().isBefore(world.to.plus(PAUSE.multipliedBy(5)))) {
            run();
        }
        assertThat(markers()).containsExactlyInAnyOrderElementsOf(world.markers());
    }

    private void begin(String name) throws IOException {
        directory = Files.createTempDirectory(Path.of("target"), name);
        clock.advance(APART);
        script = Path.of("docs", name).toAbsolutePath().toString();
        world = FollowingProfile.world(name.hashCode(), clock.instant());
        world.playedBy(simulator, clock::afterALittle);
    }

    /** One round, and some time thereafter. */
    private void run() throws Exception {
        Process process = start("1");
        assertThat(process.waitFor()).as(errors()).isZero();
        clock.advance(PAUSE);
    }

    private Process start(String rounds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                script,
                url,
                world.question(),
                file("state").toString(),
                file("output").toString());
        builder.environment().putAll(Map.of("ROUNDS", rounds, "INTERVAL", "0"));
        return builder.redirectErrorStream(true)
                .redirectOutput(file("errors").toFile())
                .start();
    }

    private void failOnce() {
        world.lists().forEach(list -> simulator.fault(list, Calls.number(1), Fault.status(500, "X.1")));
    }

    private void cutInTheMidstOfALine() throws IOException {
        Files.writeString(file("output"), "{\"id\":\"é", StandardOpenOption.APPEND);
    }

    private void crashBetweenEventsAndState() throws Exception {
        Path kept = file("kept");
        Files.copy(file("state"), kept, StandardCopyOption.REPLACE_EXISTING);
        run();
        Files.move(kept, file("state"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void kill() throws Exception {
        simulator.requests().clear();
        Process process = start("0");
        await("rounds").until(() -> simulator.requests().all().size() > 5);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private List<String> markers() throws IOException {
        List<String> markers = new ArrayList<>();
        for (String line : Files.readAllLines(file("output"), UTF_8)) {
            markers.add(Walk.marker(new ObjectMapper().readTree(line)));
        }
        return markers;
    }

    private String errors() throws IOException {
        return Files.readString(file("errors"), UTF_8);
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
