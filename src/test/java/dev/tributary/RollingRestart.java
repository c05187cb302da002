package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged services behind haproxy are restarted in turn while clients that keep their connections ask for pages. Run
 * by hand, as docs/OPERATING.md says; nobody repeats anything: neither the proxy nor the clients.
 */
class RollingRestart {
    /** {@code tcp} leads connections, as a Service of Kubernetes does; {@code http} each request. */
    private static final String MODE = System.getProperty("restart.mode", "tcp");

    private static final int ROUNDS = Integer.getInteger("restart.rounds", 3);
    private static final int LEAST_REQUESTS = 10_000;
    private static final int CLIENTS = 16;
    private static final String PAGE = "/events?from=" + World.FROM + "&to=" + World.TO + "&limit=20";

    @TempDir
    Path directory;

    private final int proxyPort = freePort();
    private final Instance one = new Instance("one", freePort(), freePort());
    private final Instance two = new Instance("two", freePort(), freePort());
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CLIENTS));
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private Simulator simulator;
    private volatile boolean isOver;

    private record Instance(String name, int port, int management) {}

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        running.add(simulator);
        new World(1, 100).playedBy(simulator);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @Test
    void losesNoRequest() throws Exception {
        PackagedService first = ready(one);
        PackagedService second = ready(two);
        Process proxy = proxy();
        running.add(proxy::destroy);
        await().until(() -> asked() == null);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int each = 0; each < CLIENTS; each++) {
            clients.execute(this::ask);
        }
        for (int round = 0; round < ROUNDS; round++) {
            first = restarted(first, one);
            second = restarted(second, two);
        }
        await().forever().until(() -> requests.get() >= LEAST_REQUESTS);
        isOver = true;
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        String result =
                "%s, %d restarts: %d requests, %d failed".formatted(MODE, 2 * ROUNDS, requests.get(), failed.size());
        Files.writeString(Path.of("target", "rolling-restart.txt"), result + "\n");
        assertThat(failed)
                .as(result + "\n" + Files.readString(directory.resolve("haproxy.txt")))
                .isEmpty();
    }

    private PackagedService restarted(PackagedService old, Instance instance) throws Exception {
        old.terminate();
        assertThat(old.exitCode()).isZero();
        return ready(instance);
    }

    private PackagedService ready(Instance instance) {
        PackagedService service = PackagedService.start(
                directory.resolve(instance.name()),
                PackagedService.fourSourcesAt(simulator.url()) + """
                quarkus.shutdown.delay=5s
                quarkus.http.port=%d
                quarkus.management.port=%d
                """.formatted(instance.port(), instance.management()),
                Map.of());
        running.add(service);
        Api management = service.management();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> management.get("/q/health/ready").status() == 200);
        return service;
    }

    private void ask() {
        while (!isOver) {
            String fault = asked();
            requests.incrementAndGet();
            if (fault != null) {
                failed.add(fault);
            }
        }
    }

    /** What was wrong with the answer; null if nothing was. */
    private String asked() {
        try {
            return client.request(HttpMethod.GET, proxyPort, "127.0.0.1", PAGE)
                    .compose(request -> request.send())
                    .compose(answer -> answer.body().map(body -> fault(answer.statusCode(), body)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String fault(int status, Buffer body) {
        return status == 200 && body.toString().contains("\"complete\":true") ? null : status + " " + body;
    }

    private Process proxy() throws IOException {
        Path file = Files.writeString(directory.resolve("haproxy.cfg"), """
                defaults
                    mode %s
                    retries 0
                    timeout connect 2s
                    timeout client 60s
                    timeout server 60s
                    timeout check 2s
                listen tributary
                    bind 127.0.0.1:%d
                    option httpchk GET /q/health/ready
                    default-server check inter 500ms fall 2 rise 1
                    server one 127.0.0.1:%d port %d
                    server two 127.0.0.1:%d port %d
                """.formatted(
                        MODE, proxyPort, one.port(), one.management(), two.port(), two.management()));
        return new ProcessBuilder("haproxy", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("haproxy.txt").toFile())
                .start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
