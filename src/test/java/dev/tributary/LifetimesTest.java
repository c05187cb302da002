package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what was read is remembered, by the service's clock: to the millisecond, and nobody waits for it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(LifetimesTest.ByTheTestsClock.class)
class LifetimesTest extends FrontDoorTest {
    private static final Duration SETTLED_FOR = Duration.ofMinutes(15);
    private static final Duration YOUNG_FOR = Duration.ofSeconds(3);
    private static final Duration INSTANT = Duration.ofMillis(1);

    @Inject
    FollowedClock clock;

    public static class ByTheTestsClock extends AccountProfile {
        public ByTheTestsClock() {
            super(Map.of("token", SimulatorResource.TOKEN)); // by this clock, a signature would be refused for its date
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("tributary.cache.settled-for", SETTLED_FOR.toString());
            overrides.put("tributary.cache.young-for", YOUNG_FOR.toString());
            overrides.put("tributary.requests-per-second", "1000000"); // by a clock that seldom moves
            overrides.put("tributary.burst", "1000000");
            return overrides;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FollowedClock.class);
        }
    }

    /** Long ago, so that no change is expected any more. */
    @ParameterizedTest
    @ValueSource(strings = {"images", "prod-cluster", "registry", "orders-db"})
    void whatIsSettledIsAskedForAgainAfterItsLifetime(String source) {
        assertIsRememberedFor(SETTLED_FOR, source, clock.instant().minus(Duration.ofDays(9)));
    }

    /** Until it was settled, something might have been told late. */
    @ParameterizedTest
    @ValueSource(strings = {"images", "prod-cluster", "registry", "orders-db"})
    void whatIsYoungIsAskedForAgainAfterAMoment(String source) {
        assertIsRememberedFor(YOUNG_FOR, source, clock.instant().minus(Duration.ofHours(1)));
    }

    private void assertIsRememberedFor(Duration life, String source, Instant from) {
        Instant to = from.plus(Duration.ofHours(1));
        play(from.plus(Duration.ofMinutes(59)));
        String hour = "/events?source=" + source + "&from=" + from + "&to=" + to;

        assertThat(callsFor(hour)).isPositive();
        clock.advance(life.minus(INSTANT));
        assertThat(callsFor(hour)).isZero();
        clock.advance(INSTANT);
        assertThat(callsFor(hour)).isPositive();
    }

    private void play(Instant time) {
        simulator.plays(World.images(), Population.of(Row.imageLog(time)));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(time)));
        simulator.plays(World.database(), Population.of(Row.databaseAudit(time, time)));
        for (Operation operation : Operation.values()) {
            simulator.plays(
                    World.list(operation),
                    Population.of(Row.registryAudit(1, time).with("operation", operation.wire())));
        }
    }

    private int callsFor(String path) {
        simulator.requests().clear();
        assertThat(api.get(path).json().path("complete").asBoolean()).isTrue();
        return simulator.requests().all().size();
    }
}
