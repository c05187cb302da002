package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Api.Reply;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What fifty clients that ask all the time make the service send to an upstream that throttles, one that fails, and one
 * that is well: {@code -Dwire.seconds=60} for longer.
 */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallsOnTheWireTest.Paced.class)
class CallsOnTheWireTest extends FrontDoorTest {
    private static final int CLIENTS = 50;
    private static final int SECONDS = Integer.getInteger("wire.seconds", 10);
    private static final int PER_SECOND = 10;
    private static final int BURST = 20;
    /** Equal reads are one, and each is tried again, so there are only one or two calls a second. */
    private static final int WINDOW = 5;

    private static final int CONCURRENCY = 8;
    private static final String HEALTHY = "orders-db";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void upstreamsInTroubleAreSparedAndAHealthyOneIsServedAsEver() throws Exception {
        new World(1, 20).playedBy(simulator);
        await().untilAsserted(
                        this::assertThatAllIsWell); // what is checked at the start may have met an empty simulator
        simulator.requests().clear();
        simulator.fault(World.images(), Calls.all(), Fault.throttled(Duration.ofSeconds(1)));
        simulator.fault(World.cluster(), Calls.all(), Fault.status(500, "X.1"));

        List<Reply> replies = askedAllTheTime();

        assertThat(replies).hasSizeGreaterThan(CLIENTS).allSatisfy(reply -> {
            assertThat(reply.source(HEALTHY).path("status").asText()).isEqualTo("complete");
            assertThat(error(reply, "images")).isIn("throttled", "circuit-open");
            assertThat(error(reply, "prod-cluster")).isIn("upstream-error", "circuit-open");
        });
        assertThat(calls(World.images()))
                .as("those under way at the first refusal, then paused for a second after each")
                .isLessThan(CONCURRENCY + 2 * SECONDS);
        int untilItOpens = WINDOW + CONCURRENCY;
        assertThat(calls(World.cluster()))
                .as("until the circuit opens, and one trial a second")
                .isLessThanOrEqualTo(untilItOpens + SECONDS + 1);

        assertThat(circuit()).as("opened long before the trouble ends").isNotEqualTo("closed");
        simulator.heals();
        await().untilAsserted(() ->
                assertThat(ask().json().path("complete").asBoolean()).isTrue());
        assertThat(circuit()).isEqualTo("closed");
    }

    private String circuit() {
        return api.get("/sources").source("prod-cluster").path("circuit").asText();
    }

    private void assertThatAllIsWell() {
        assertThat(ask().json().path("complete").asBoolean()).isTrue();
    }

    private List<Reply> askedAllTheTime() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Reply>>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> {
                        List<Reply> replies = new ArrayList<>();
                        while (System.nanoTime() < end) {
                            replies.add(ask());
                        }
                        return replies;
                    }))
                    .toList();
            List<Reply> replies = new ArrayList<>();
            for (Future<List<Reply>> one : all) {
                replies.addAll(one.get());
            }
            return replies;
        } finally {
            clients.shutdownNow();
        }
    }

    /** Never the same window twice: equal reads at a time would be one. */
    private Reply ask() {
        return api.get("/events?source=images&source=prod-cluster&source=" + HEALTHY + "&to=" + World.TO + "&from="
                + World.FROM.plusMillis(asked.incrementAndGet()));
    }

    private static String error(Reply reply, String source) {
        return reply.source(source).path("error").path("type").asText();
    }

    private int calls(Identity list) {
        return simulator.requests().of(list).size();
    }

    /** Small numbers, so that a little too much shows. */
    public static class Paced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.max-queries",
                    Integer.toString(CLIENTS),
                    "tributary.requests-per-second",
                    Integer.toString(PER_SECOND),
                    "tributary.burst",
                    Integer.toString(BURST),
                    "tributary.breaker.window",
                    Integer.toString(WINDOW),
                    "tributary.breaker.delay",
                    "1s",
                    "tributary.concurrency",
                    Integer.toString(CONCURRENCY),
                    "tributary.sources." + HEALTHY + ".requests-per-second",
                    "1000",
                    "tributary.sources." + HEALTHY + ".burst",
                    "1000");
        }
    }
}
