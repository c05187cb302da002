package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.life.Platform;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed and started again, at another port, under a follower who goes on as if nothing had been. */
class FollowingIT {
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration OVERLAP = Duration.ofSeconds(4);
    private static final int RESTARTS = 3;

    @TempDir
    Path directory;

    private Simulator simulator;
    private PackagedService service;
    private volatile Api api;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
    }

    @AfterEach
    void stop() {
        service.close();
        simulator.close();
    }

    @Test
    void everyEventIsStoredOnceThoughTheServiceIsKilled() {
        startService();
        LateWorld world = new LateWorld(1, Instant.now(), Duration.ofSeconds(20), SETTLE.plus(OVERLAP));
        world.playedBy(simulator, Instant::now);
        Follower follower = new Follower(world.address(), new Random(1), 0.02);

        CompletableFuture<Void> following = CompletableFuture.runAsync(() -> follow(follower, world));
        for (int restart = 0; restart < RESTARTS; restart++) {
            Instant seen = follower.from();
            await("progress")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> following.isDone() || follower.from().isAfter(seen));
            service.close();
            startService();
        }
        following.join();

        assertThat(follower.markers()).containsExactlyInAnyOrderElementsOf(world.markers());
    }

    private void follow(Follower follower, LateWorld world) {
        await("the last event is settled")
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(3))
                .ignoreException(UncheckedIOException.class) // nobody listens
                .until(() -> {
                    follower.round(api);
                    return !follower.from().isBefore(world.to);
                });
    }

    private void startService() {
        service = PackagedService.start(directory, configuration(), Map.of());
        api = service.api();
    }

    private String configuration() {
        String sources = Upstream.all().stream()
                .flatMap(upstream -> upstream.configuration().entrySet().stream())
                .map(key -> key.getKey() + "=" + key.getValue())
                .collect(Collectors.joining("\n"));
        return """
                quarkus.http.port=0
                quarkus.management.port=0
                simulator.url=%s
                tributary.anonymous-access=true
                tributary.allow-plain-http=true
                tributary.settle=%s
                tributary.overlap=%s
                tributary.requests-per-second=1000
                tributary.accounts.default.region=cn-north-4
                tributary.accounts.default.project-id=%s
                tributary.accounts.default.access-key=%s
                tributary.accounts.default.secret-key=%s
                %s
                """.formatted(
                        simulator.url(),
                        SETTLE,
                        OVERLAP,
                        Platform.PROJECT,
                        SimulatorResource.ACCESS_KEY.accessKey(),
                        SimulatorResource.ACCESS_KEY.secretKey(),
                        sources);
    }
}
