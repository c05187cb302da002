package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.wire.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** 64 sources of one account, whose credential is refused and cannot be renewed; upstream, five refusals lock it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(RefusedCredentialTest.ManySources.class)
@TestMethodOrder(OrderAnnotation.class) // each begins with the credential that the one before it left
class RefusedCredentialTest extends FrontDoorTest {
    private static final int SOURCES = 64;
    private static final int LOCKING = 5;

    @Inject
    FollowedClock clock;

    @ConfigProperty(name = "tributary.accounts.other.token-file")
    Path token;

    public static class ManySources extends AccountProfile {
        private static final Path TOKEN = tokenThatIsWrong();

        public ManySources() {
            super(Map.of("token-file", TOKEN.toString())); // by this clock, a signature would be refused for its date
        }

        private static Path tokenThatIsWrong() {
            try {
                return Files.writeString(Files.createTempFile("token", ""), "WRONG");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            clusters().forEach(cluster -> {
                overrides.put("tributary.sources." + cluster + ".kind", "cluster-event");
                overrides.put("tributary.sources." + cluster + ".cluster-id", cluster);
                overrides.put("tributary.sources." + cluster + ".account", "other");
                overrides.put("tributary.sources." + cluster + ".endpoint", "${simulator.url}");
            });
            return overrides;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FollowedClock.class);
        }
    }

    private static Stream<String> clusters() {
        return IntStream.range(0, SOURCES).mapToObj(number -> "c-" + number);
    }

    private static Identity identity(String cluster) {
        return new Identity.ClusterEvent(Platform.PROJECT, cluster);
    }

    @BeforeEach
    void play() {
        clusters().forEach(cluster -> simulator.plays(identity(cluster), Population.of(List.of())));
    }

    @Test
    @Order(1)
    void fewerCallsAreRefusedThanWouldLockIt() throws IOException {
        Files.writeString(token, "ALSOWRONG"); // the service has just met the other, when it started
        await().until(() -> restOfTheFirst().isMissingNode());

        allAreRefused();
        allAreRefused();

        assertThat(calls()).isBetween(1, LOCKING - 1);
        assertThat(restOfTheFirst().asText()).isEqualTo("2020-01-10T10:01:00.000Z");
    }

    @Test
    @Order(2)
    void itIsTriedOnceAfterEachRestAndTheRestsGrow() {
        for (Duration rest = Duration.ofMinutes(1); rest.toMinutes() < 8; rest = rest.multipliedBy(2)) {
            assertThat(callsAfter(rest.minusMillis(1))).isZero();
            assertThat(callsAfter(Duration.ofMillis(1))).isEqualTo(1);
        }
    }

    @Test
    @Order(3)
    void anotherCredentialIsUsedAtOnce() throws IOException {
        Files.writeString(token, SimulatorResource.TOKEN);
        await().until(() -> restOfTheFirst().isMissingNode());
        assertThat(isComplete(events())).isTrue();
    }

    @Test
    @Order(4)
    void aSourceThatAloneIsRefusedRestsAlone() {
        simulator.fault(identity("c-7"), Calls.all(), Fault.status(401, "APIGW.0301"));
        for (int times = 0; times < 3; times++) {
            assertThat(asked(events()))
                    .allSatisfy(source -> assertThat(source.path("status").asText())
                            .isEqualTo(source.path("name").asText().equals("c-7") ? "failed" : "complete"));
        }
        assertThat(simulator.requests().of(identity("c-7"))).hasSize(1);

        simulator.heals();
        clock.advance(Duration.ofMinutes(1));
        assertThat(isComplete(events())).isTrue();
    }

    /** A gateway's page may come under any name. */
    @Test
    @Order(5)
    void aRefusalWhoseMediaTypeCannotBeReadIsOneToo() {
        simulator.fault(identity("c-9"), Calls.all(), Fault.saying(Reply.text(401, "no media type;;=", "<html>")));
        events();
        events();
        assertThat(simulator.requests().of(identity("c-9"))).hasSize(1);
    }

    private int callsAfter(Duration pause) {
        simulator.requests().clear();
        clock.advance(pause);
        allAreRefused();
        return calls();
    }

    private int calls() {
        return simulator.requests().all().size();
    }

    private void allAreRefused() {
        Api.Reply problem = events();
        assertThat(problem.status()).isEqualTo(502);
        assertThat(asked(problem))
                .hasSize(SOURCES)
                .allSatisfy(
                        source -> assertThat(source.at("/error/type").asText()).isEqualTo("auth"));
    }

    private static List<JsonNode> asked(Api.Reply answer) {
        return StreamSupport.stream(answer.json().path("sources").spliterator(), false)
                .filter(source -> source.path("name").asText().startsWith("c-"))
                .toList();
    }

    private static boolean isComplete(Api.Reply answer) {
        return answer.json().path("complete").asBoolean();
    }

    private JsonNode restOfTheFirst() {
        return api.get("/sources").source("c-0").path("credentialRestsUntil");
    }

    private Api.Reply events() {
        return api.getAnew("/events?from=2020-01-10T09:00:00Z&to=2020-01-10T09:30:00Z&source=c-*");
    }
}
