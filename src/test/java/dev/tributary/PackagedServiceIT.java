package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build delivers, run in production: it reads four APIs, and says how it is. */
class PackagedServiceIT {
    private static final String LOGS_OF_AN_HOUR =
            "/events?source=images&format=ndjson&order=asc&partial=deny&from=" + World.FROM + "&to=" + World.TO;
    private static final String FAILING_AT_ONCE = """
            tributary.max-retries=0
            tributary.cache.settled-for=0s
            tributary.requests-per-second=1000
            tributary.burst=1000
            """;

    @TempDir
    static Path directory;

    private static Simulator simulator;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        service = PackagedService.start(directory, PackagedService.fourSourcesAt(simulator.url()), Map.of());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        simulator.close();
    }

    @Test
    void oneAnswerHoldsTheEventsOfAllFourApisInOrder() {
        playSixRows();

        Api.Reply answer = service.api().get("/events?from=" + World.FROM + "&to=" + World.TO);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.events())
                .extracting(
                        event -> event.path("time").asText(),
                        event -> event.path("kind").asText())
                .containsExactly(
                        tuple("2026-01-10T10:50:00.000Z", "registry-audit"),
                        tuple("2026-01-10T10:40:00.000Z", "database-audit"),
                        tuple("2026-01-10T10:30:00.000Z", "registry-audit"),
                        tuple("2026-01-10T10:20:00.000Z", "cluster-event"),
                        tuple("2026-01-10T10:10:00.000Z", "image-log"),
                        tuple("2026-01-10T10:05:00.000Z", "registry-audit"));
    }

    private static void playSixRows() {
        simulator.plays(World.list(Operation.DELETE), Population.of(Row.registryAudit(1, minute(5))));
        simulator.plays(World.images(), Population.of(Row.imageLog(minute(10))));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(minute(20))));
        simulator.plays(World.list(Operation.CREATE), Population.of(Row.registryAudit(2, minute(30))));
        simulator.plays(World.database(), Population.of(Row.databaseAudit(minute(15), minute(40))));
        simulator.plays(World.list(Operation.PULL), Population.of(Row.registryAudit(3, minute(50))));
    }

    private static Instant minute(int minute) {
        return World.FROM.plus(Duration.ofMinutes(minute));
    }

    @Test
    void openApiDocumentIsServedBesideTheApi() {
        Api.Reply document = service.api().get("/openapi?format=json");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().at("/paths").has("/events")).isTrue();
    }

    /** A native binary holds them too: Quarkus registers what lies below META-INF/resources, that of jars included. */
    @Test
    void thePageIsServedWithItsModulesAndItsLibrary() {
        for (String path : List.of("/", "/page/main.js", "/page/page.css", "/_static/lit-html/3.3.3/lit-html.js")) {
            HttpResponse<String> file = service.api().text(path);

            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                    .as(path)
                    .matches("text/(html|javascript|css).*");
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
                    .as(path)
                    .contains(path.contains("3.3.3") ? "immutable" : "no-cache");
        }
    }

    /** Before the application sees it, the server would: Main says that it shall not. */
    @Test
    void addressThatIsNoUriIsAProblem() {
        RawHttp.Answer answer = RawHttp.get(service.url(), "/events?from=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Api.json(answer.body()).at("/errors/0/parameter").asText()).isEqualTo("from");
    }

    @Test
    void healthIsToldOnTheManagementPortOnly() {
        assertThat(service.management().get("/q/health/live").status()).isEqualTo(200);
        assertThat(service.management().get("/q/health/ready").status()).isEqualTo(200);
        assertThat(service.api().get("/q/health/live").status()).isEqualTo(404);
    }

    @Test
    void neitherAnUpstreamThatFailsInMidStreamNorAClientThatGoesLeavesAStackTrace(@TempDir Path own)
            throws InterruptedException {
        simulator.plays(World.images(), World.manyLogs());
        try (PackagedService another = PackagedService.start(
                own, PackagedService.fourSourcesAt(simulator.url()) + FAILING_AT_ONCE, Map.of())) {
            goAway(Export.of(another.url(), LOGS_OF_AN_HOUR));
            simulator.fault(World.images(), Calls.from(12), Fault.status(500, "X.1"));
            Export broken = Export.of(another.url(), LOGS_OF_AN_HOUR).readAll();
            another.terminate();
            another.exitCode(); // all has been written

            assertThat(broken.status()).isEqualTo(200);
            assertThat(broken.isCut()).isTrue();
            assertThat(another.output().lines()).noneMatch(line -> line.startsWith("\tat "));
        } finally {
            simulator.heals();
        }
    }

    private static void goAway(Export export) {
        export.readLines(10);
        export.close();
        await("nothing more is asked for it").until(() -> simulator.requests().inFlight() == 0);
    }

    @Test
    void serviceStopsWhenItIsToldTo(@TempDir Path own) throws InterruptedException {
        try (PackagedService another =
                PackagedService.start(own, PackagedService.fourSourcesAt(simulator.url()), Map.of())) {
            another.api();

            another.terminate();

            assertThat(another.exitCode()).isZero();
        }
    }
}
