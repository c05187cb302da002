package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
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
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of {@code docs/FOLLOW.md} do what it promises; they need curl, jq and python3. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(FollowingProfile.class)
class FollowScriptsTest extends FrontDoorTest {
    private static final Duration APART = Duration.ofDays(400); // from the worlds of other tests of this profile
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private static final Upstream LOGS = new Upstream(Upstream.Api.IMAGES, 0);
    private static final int MANY_LOGS = 2_600;
    private static final Duration MANY_LOGS_LAST = Duration.ofMillis(20L * MANY_LOGS);

    @Inject
    FollowedClock clock;

    private Path directory;
    private String script;
    private String asked;
    private String question;
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"follow.sh", "follow.py"})
    void aStreamThatIsCutGoesOnAtTheLastAddressThatItTold(String name) throws Exception {
        prepare(name);
        List<Happened> happened = manyLogs();
        question = "from=" + clock.instant().toEpochMilli() + "&source=" + LOGS.name();
        clock.advance(MANY_LOGS_LAST.plus(FollowingProfile.SETTLE));
        try (CutOnce gateway = CutOnce.before(url)) {
            asked = gateway.url();
            run();
            assertThat(gateway.asked()).hasSize(2);
            JsonNode told = new ObjectMapper().readTree(gateway.told());
            assertThat(gateway.asked().get(1))
                    .isEqualTo(told.at("/progress/next").asText());
        }
        assertThat(markers())
                .containsExactlyInAnyOrderElementsOf(
                        happened.stream().map(Happened::marker).toList());
    }

    private List<Happened> manyLogs() {
        List<Happened> happened = IntStream.range(0, MANY_LOGS)
                .mapToObj(number ->
                        new Happened(LOGS, list(), number, clock.instant().plusMillis(20L * number)))
                .toList();
        simulator.plays(
                list(), Population.of(happened.stream().map(Happened::row).toList()), LOGS.readings());
        return happened;
    }

    private static Identity list() {
        return LOGS.lists().get(0);
    }

    private void begin(String name) throws IOException {
        prepare(name);
        world = FollowingProfile.world(name.hashCode(), clock.instant());
        question = world.question();
        world.playedBy(simulator, clock::afterALittle);
    }

    private void prepare(String name) throws IOException {
        directory = Files.createTempDirectory(Path.of("target"), name);
        clock.advance(APART);
        asked = url;
        script = Path.of("docs", name).toAbsolutePath().toString();
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
                asked,
                question,
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
