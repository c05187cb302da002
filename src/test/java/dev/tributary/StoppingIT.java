package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, told to stop in the midst of its work, as Kubernetes tells it. */
class StoppingIT {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;

    private static final String LOGS_AS_STREAM = HOUR + "&source=images&format=ndjson";
    private static final int LOGS = 20_000;
    private static final HttpClientOptions HTTP_2 =
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);

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
            assertKeepsItsConnection(api.get(HOUR + "&source=prod-cluster"));
            CompletableFuture<Api.Reply> slow = CompletableFuture.supplyAsync(() -> api.get(HOUR + "&source=images"));
            await().until(() -> simulator.requests().inFlight() > 0);

            service.terminate();

            await().until(() -> management.get("/q/health/ready").status() == 503);
            assertThat(management.get("/q/health/live").status()).isEqualTo(200);
            Api.Reply reply = service.api().get(HOUR + "&source=prod-cluster");
            assertThat(reply.events()).hasSize(1);
            assertEndsItsConnection(reply);
            assertThat(slow).isNotDone();
            assertThat(slow.join().events()).hasSize(1);
            assertEndsItsConnection(slow.join());
            assertThat(service.exitCode()).isZero();
        }
    }

    /** For HTTP/2 closing is not for an answer to say. The delay is long: a service at its end says so anyway. */
    @Test
    void overHttp2TheConnectionTakesNoMoreAndThePageUnderWayArrives() throws Exception {
        simulator.fault(World.cluster(), Calls.all(), Fault.latency(Duration.ofSeconds(1)));
        Vertx vertx = Vertx.vertx();
        try (PackagedService service = service("quarkus.shutdown.delay=60s\n")) {
            String url = service.url() + HOUR + "&source=prod-cluster";
            CompletableFuture<Long> goneAway = new CompletableFuture<>();
            CompletableFuture<String> slow = vertx.createHttpClient(HTTP_2)
                    .request(new RequestOptions().setAbsoluteURI(url))
                    .onSuccess(
                            request -> request.connection().goAwayHandler(it -> goneAway.complete(it.getErrorCode())))
                    .compose(HttpClientRequest::send)
                    .compose(HttpClientResponse::body)
                    .map(Buffer::toString)
                    .toCompletionStage()
                    .toCompletableFuture();
            await().until(() -> simulator.requests().inFlight() > 0);

            service.terminate();

            assertThat(Api.json(slow.get(30, TimeUnit.SECONDS)).path("events")).hasSize(1);
            assertThat(goneAway.get(30, TimeUnit.SECONDS)).isZero();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    /** The client's next one goes to whom the load balancer chooses, and not where a connection was kept to. */
    private static void assertEndsItsConnection(Api.Reply reply) {
        assertThat(reply.http().headers().firstValue("Connection")).contains("close");
    }

    private static void assertKeepsItsConnection(Api.Reply reply) {
        assertThat(reply.http().headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void exportIsCutBehindALineOfProgressFromWhichAnotherReplicaGoesOn() throws InterruptedException {
        playLogsThatTakeTheirTime();
        Export cut = cutByAStop();
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.kept()).isEqualTo(cut.events()).hasSizeLessThan(LOGS);

        simulator.heals();
        try (PackagedService other = service("");
                Export rest = Export.of(other.url(), cut.next(LOGS_AS_STREAM)).readAll();
                Export whole = Export.of(other.url(), LOGS_AS_STREAM).readAll()) {
            List<String> joined = new ArrayList<>(Export.ids(cut.kept()));
            joined.addAll(Export.ids(rest.events()));
            assertThat(joined).hasSize(LOGS).doesNotHaveDuplicates().isEqualTo(Export.ids(whole.events()));
        }
    }

    /** All that came of an export whose service was told to stop in the midst of a step. */
    private Export cutByAStop() throws InterruptedException {
        try (PackagedService service = service("quarkus.shutdown.timeout=5s\n");
                Export export = Export.of(service.url(), LOGS_AS_STREAM)) {
            while (export.progress().isEmpty() || export.kept().equals(export.events())) {
                assertThat(export.readLine()).isTrue();
            }

            service.terminate();

            export.readAll();
            assertThat(service.exitCode()).isZero();
            return export;
        }
    }

    private void playLogsThatTakeTheirTime() {
        simulator.plays(
                World.images(),
                Population.computed(
                        LOGS,
                        number -> Row.imageLog(World.FROM.plusMillis(180L * number))
                                .with("event_id", "i" + number)));
        simulator.fault(World.images(), Calls.from(12), Fault.latency(Duration.ofSeconds(1)));
    }
}
