package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four replicas and one Redis, by TLS and with a password, beside one replica on its own. What is asked for has long been
 * settled.
 */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(120)
class ReplicasIT {
    private static final int REPLICAS = 4;
    private static final int USERS = 200;
    private static final int PER_SECOND = 20;
    private static final int BURST = 20;
    /** They poll at different moments: so many at a time. */
    private static final int AT_A_TIME = 16;

    @TempDir
    static Path directory;

    private static final ExecutorService users = Executors.newFixedThreadPool(AT_A_TIME);
    private static Simulator simulator;
    private static RedisServer redis;
    private static Replicas one;
    private static Replicas four;

    @BeforeAll
    static void start() throws IOException {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        new World(7, 500).playedBy(simulator);
        SettledLog.playedBy(simulator);
        redis = RedisServer.secured(directory, "secret");
        Path password = Files.writeString(directory.resolve("password"), "secret\n");
        String configuration = PackagedService.fourSourcesAt(simulator.url()) + """
                tributary.max-queries=256
                tributary.queue-wait=50s
                tributary.requests-per-second=%d
                tributary.burst=%d
                """.formatted(PER_SECOND, BURST);
        one = new Replicas(directory.resolve("one"), 1, configuration);
        four = new Replicas(
                directory.resolve("four"),
                REPLICAS,
                configuration + """
                tributary.shared.url=%s
                tributary.shared.replicas=%d
                tributary.shared.timeout=2s
                tributary.shared.password-file=%s
                quarkus.tls.shared.trust-store.pem.certs=%s
                """.formatted(redis.tlsUrl(), REPLICAS, password, directory.resolve("authority.pem")));
        one.awaitAll();
        four.awaitAll();
        four.awaitSharing();
        warmUp();
    }

    @AfterAll
    static void stop() {
        users.shutdownNow();
        Stream.of(one, four, redis, simulator).filter(Objects::nonNull).forEach(ReplicasIT::close);
    }

    /** The first queries of a cold process are slow; they ask for a day of which no test asks. */
    private static void warmUp() {
        Stream.concat(one.all().stream(), four.all().stream())
                .map(api -> CompletableFuture.runAsync(() -> IntStream.range(0, 20)
                        .forEach(hour -> api.get("/events?from=" + World.FROM.minus(Duration.ofHours(hour + 3L))
                                + "&to=" + World.FROM.minus(Duration.ofHours(hour + 2L))))))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(1)
    void usersOfFourReplicasCostHardlyMoreCallsThanThoseOfOne() {
        PollingUsers polling = new PollingUsers(USERS, users);
        simulator.requests().clear();
        Map<String, List<String>> alone = polling.poll(one);
        int callsOfOne = SeenPace.of(simulator).calls();
        simulator.requests().clear();

        Instant begin = Instant.now();
        Map<String, List<String>> together = polling.poll(four);

        SeenPace seen = SeenPace.of(simulator);
        System.out.printf("%d users of one replica: %d calls; of four: %d%n", USERS, callsOfOne, seen.calls());
        assertThat(together).isEqualTo(alone);
        assertThat(seen.calls()).isLessThanOrEqualTo(callsOfOne * 12 / 10);
        seen.assertNoneIsEarly(begin, PER_SECOND, BURST);
    }

    /** Nothing is remembered of what is asked anew. */
    @Test
    @Order(2)
    void fourReplicasAreAsFastAsOneMayBe() {
        simulator.requests().clear();
        Instant begin = Instant.now();
        assertThat(new PollingUsers(40, users).outcomesAnew(four)).containsOnly("200 true");
        SeenPace seen = SeenPace.of(simulator);
        assertThat(seen.callsOfTheBusiestKind()).isGreaterThan(REPLICAS * BURST);
        seen.assertNoneIsEarly(begin, PER_SECOND, BURST);
    }

    @Test
    @Order(3)
    void aWalkGoesOnAtAnyReplicaAndThroughARestart() {
        String path = "/events?from=" + World.FROM + "&to=" + World.TO + "&limit=100";
        List<String> alone = one.next().walk(path).stream().map(Walk::marker).toList();
        List<String> together = new ArrayList<>();
        int pages = 0;
        for (String next = path; next != null; pages++) {
            if (pages == 2) {
                four.restart(1);
            }
            Api.Reply page = four.next().get(next);
            assertThat(Replicas.outcome(page)).isEqualTo("200 true");
            page.events().forEach(event -> together.add(Walk.marker(event)));
            next = page.json().path("next").asText(null);
        }
        assertThat(pages).isGreaterThan(2 * REPLICAS);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    @Order(4)
    void whateverBecomesOfTheStoreNoAnswerIsWrongOrMissing() throws Exception {
        try (ReplicasUnderLoad load = new ReplicasUnderLoad(four, users, AT_A_TIME)) {
            redis.kill();
            four.awaitAlone();
            load.goesOn();
            redis.restart();
            four.awaitSharing();
            redis.stand();
            four.awaitAlone();
            load.goesOn();
            redis.goOn();
            four.awaitSharing();
            redis.ask("FLUSHALL");
            load.goesOn();
            redis.ask(
                    "EVAL \"for _, key in ipairs(redis.call('KEYS', '*')) do redis.call('SET', key, 'garbage') end\" 0");
            load.goesOn();
            redis.ask("EVAL \"for _, key in ipairs(redis.call('KEYS', '*')) do redis.call('DEL', key) "
                    + "redis.call('RPUSH', key, 'garbage') end\" 0");
            load.goesOn();
            four.awaitSharing();
            System.out.printf("%d answers while the store was in trouble%n", load.rightAnswers());
        }
    }
}
