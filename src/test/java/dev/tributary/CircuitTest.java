package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A circuit that opens after two failures in four calls, and tries again after a second. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CircuitTest.Nervous.class)
class CircuitTest extends FrontDoorTest {
    private static final String IMAGES = "/events?from=2026-01-10T10:00:00Z&to=2026-01-10T11:00:00Z&source=images";

    @BeforeEach
    void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
    }

    @Test
    void anUpstreamThatFailsIsSparedAndFoundAgain() {
        simulator.fault(World.images(), Calls.all(), Fault.status(500, "X.1"));
        await().untilAsserted(() -> assertThat(errorType()).isEqualTo("circuit-open"));
        assertThat(circuit()).isNotEqualTo("closed");
        int calls = simulator.requests().all().size();
        assertThat(calls).isLessThan(10);

        simulator.heals();
        await().untilAsserted(() -> assertThat(api.get(IMAGES).events()).hasSize(1));
        assertThat(circuit()).isEqualTo("closed");
    }

    @Test
    void refusalsSayNothingAgainstTheUpstream() {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));
        for (int i = 0; i < 10; i++) {
            assertThat(errorType()).isEqualTo("forbidden");
        }
        assertThat(circuit()).isEqualTo("closed");
    }

    private String errorType() {
        return api.get(IMAGES).source("images").path("error").path("type").asText();
    }

    private String circuit() {
        return api.get("/sources").source("images").path("circuit").asText();
    }

    /** See the class. */
    public static class Nervous implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.max-retries", "0",
                    "tributary.breaker.window", "4",
                    "tributary.breaker.delay", "1s");
        }
    }
}
