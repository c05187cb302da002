package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build delivers, run in production: it reads four APIs, and says how it is. */
class PackagedServiceIT {
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

    @Test
    void healthIsToldOnTheManagementPortOnly() {
        assertThat(service.management().get("/q/health/live").status()).isEqualTo(200);
        assertThat(service.management().get("/q/health/ready").status()).isEqualTo(200);
        assertThat(service.api().get("/q/health/live").status()).isEqualTo(404);
    }

    @Test
    void serviceStopsWhenItIsToldTo(@TempDir Path own) throws InterruptedException {
        try (PackagedService another =
                PackagedService.start(own, PackagedService.fourSourcesAt(simulator.url()), Map.of())) {
            another.api();

            another.terminate();

            assertThat(another.exitCode()).isIn(0, 143); // 128 + SIGTERM
        }
    }
}
