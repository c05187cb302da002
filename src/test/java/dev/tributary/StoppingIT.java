package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, told to stop in the midst of its work, as Kubernetes tells it. */
class StoppingIT {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;

    @TempDir
    Path directory;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(World.FROM)));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private PackagedService service(String settings) {
        return PackagedService.start(directory, PackagedService.fourSourcesAt(simulator.url()) + settings, Map.of());
    }

    @Test
    void itSaysSoFirstGoesOnAnsweringAndEndsWhenThePageUnderWayHasArrived() throws InterruptedException {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
        simulator.fault(World.images(), Calls.all(), Fault.latency(Duration.ofSeconds(3)));
        try (PackagedService service = service("quarkus.shutdown.delay=5s\n")) {
            Api api = service.api();
            Api management = service.management();
            assertThat(management.get("/q/health/ready").status()).isEqualTo(200);
            CompletableFuture<Api.Reply> slow = CompletableFuture.supplyAsync(() -> api.get(HOUR + "&source=images"));
            await().until(() -> simulator.requests().inFlight() > 0);

            service.terminate();

            await().until(() -> management.get("/q/health/ready").status() == 503);
            assertThat(management.get("/q/health/live").status()).isEqualTo(200);
            assertThat(service.api().get(HOUR + "&source=prod-cluster").events())
                    .hasSize(1);
            assertThat(slow).isNotDone();
            assertThat(slow.join().events()).hasSize(1);
            assertThat(service.exitCode()).isZero();
        }
    }

    @Test
    void exportThatDoesNotEndInTimeIsCutWithoutASummary() throws InterruptedException {
        playMoreLogsThanThereIsTimeFor();
        try (PackagedService service = service("quarkus.shutdown.timeout=2s\n");
                Export export = Export.of(service.url(), HOUR + "&source=images&format=ndjson")) {
            while (export.progress().isEmpty()) {
                assertThat(export.readLine()).isTrue();
            }

            service.terminate();

            assertThat(export.readAll().isCut()).isTrue();
            assertThat(service.exitCode()).isZero();
        }
    }

    private void playMoreLogsThanThereIsTimeFor() {
        simulator.plays(
                World.images(),
                Population.computed(
                        36_000,
                        number -> Row.imageLog(World.FROM.plusMillis(100L * number))
                                .with("event_id", "i" + number)));
        simulator.fault(World.images(), Calls.from(12), Fault.latency(Duration.ofSeconds(1)));
    }
}
