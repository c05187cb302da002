package dev.tributary;

import static dev.tributary.simulator.fault.Fault.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One source in trouble never spoils the others: its gap is named, with the kind of trouble and a link. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(TroubleTest.Hurried.class)
class TroubleTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=2026-01-10T10:00:00Z&to=2026-01-10T11:00:00Z";
    private static final Instant TIME = Instant.parse("2026-01-10T10:30:00Z");
    private static final int TRIES = 3;

    @BeforeEach
    void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(TIME)));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(TIME)));
        simulator.plays(World.list(Operation.PULL), Population.of(Row.registryAudit(1, TIME)));
        simulator.plays(World.database(), Population.of(Row.databaseAudit(TIME, TIME)));
        earnTheRepetitionsOfTheTestBefore();
    }

    /** One call in ten may be repeated, and some tests have a call repeated twice. */
    private void earnTheRepetitionsOfTheTestBefore() {
        for (int call = 0; call < 10; call++) {
            assertThat(api.getAnew(HOUR + "&source=images").status()).isEqualTo(200);
        }
        simulator.requests().clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void oneSourceInTroubleIsNamedAndTheRestIsThere(String name, Fault fault, String type, int calls) {
        simulator.fault(World.images(), Calls.all(), fault);

        Reply answer = api.get(HOUR);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events())
                .extracting(event -> event.path("source").asText())
                .containsExactly("registry", "prod-cluster", "orders-db");
        assertThat(answer.json().path("complete").asBoolean()).isFalse();
        JsonNode images = answer.source("images");
        assertThat(images.path("status").asText()).isEqualTo("failed");
        assertThat(images.path("error").path("type").asText()).isEqualTo(type);
        assertThat(images.path("upstreamCalls").asInt()).isEqualTo(calls);
        assertThat(simulator.requests().of(World.images())).hasSize(calls);
        assertThat(answer.http().body()).doesNotContain("SECRET", "canonical", "java.", "Exception");

        simulator.heals();
        String link = images.path("gaps").path(0).path("link").asText();
        assertThat(api.get(link).events())
                .extracting(event -> event.path("source").asText())
                .containsExactly("images");
    }

    /** Only what may pass is tried again: 408, 429, 5xx and broken connections. */
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("500", status(500, "X.1"), "upstream-error", TRIES),
                Arguments.of("503", status(503, "X.1"), "upstream-error", TRIES),
                Arguments.of("504", status(504, "X.1"), "timeout", TRIES),
                Arguments.of("408", status(408, "X.1"), "timeout", TRIES),
                Arguments.of("connection cut", Fault.reset(), "unreachable", TRIES),
                Arguments.of("throttled", Fault.throttled(Duration.ofSeconds(1)), "throttled", TRIES),
                Arguments.of("403", status(403, "X.1"), "forbidden", 1),
                Arguments.of("HSS denies with 400", status(400, "HSS.0013"), "forbidden", 1),
                Arguments.of("HSS does not find with 400", status(400, "HSS.0011"), "not-found", 1),
                Arguments.of("404", status(404, "APIGW.0101"), "not-found", 1),
                Arguments.of("400", status(400, "HSS.0001"), "rejected", 1),
                Arguments.of("redirect", Fault.redirect("http://127.0.0.1:1/"), "bad-answer", 1),
                Arguments.of("HTML with 200", Fault.html(), "bad-answer", 1),
                Arguments.of("empty body", Fault.emptyBody(), "bad-answer", 1),
                Arguments.of("empty object", Fault.emptyObject(), "bad-answer", 1),
                Arguments.of("malformed JSON", Fault.malformedJson(), "bad-answer", 1),
                Arguments.of("too large", Fault.hugeBody(300_000), "too-large", 1),
                Arguments.of("no answer", Fault.hang(), "timeout", 1),
                Arguments.of("slow bytes", Fault.slowBytes(1, Duration.ofMillis(200)), "timeout", 1));
    }

    @Test
    void aShortTroubleIsNotSeen() {
        simulator.fault(World.images(), Calls.next(2), status(503, "X.1"));
        Reply answer = api.get(HOUR);
        assertThat(answer.events()).hasSize(4);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.source("images").path("upstreamCalls").asInt()).isEqualTo(TRIES);
    }

    @Test
    void theErrorCarriesStatusAndCodeButNothingElseOfTheUpstream() {
        simulator.fault(World.images(), Calls.all(), status(403, "HSS.9999"));
        JsonNode error = api.get(HOUR).source("images").path("error");
        assertThat(error.path("upstreamStatus").asInt()).isEqualTo(403);
        assertThat(error.path("upstreamCode").asText()).isEqualTo("HSS.9999");
    }

    @Test
    void whenAllFailTheRequestFailsAndShowsAWayOn() {
        everywhere(status(500, "X.1"));
        Reply answer = api.get(HOUR);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("sources")).hasSize(4);
        Reply without = api.get(answer.json().path("without").asText());
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.json().path("complete").asBoolean()).isFalse();
        assertThat(without.json().has("next")).isFalse();
    }

    @Test
    void whenAllAreTooSlowItIsA504() {
        everywhere(Fault.hang());
        assertThat(api.get(HOUR).status()).isEqualTo(504);
    }

    @Test
    void whenAllAreThrottledItIsA503ThatSaysWhenToComeBack() {
        everywhere(Fault.throttled(Duration.ofSeconds(1)));
        Reply answer = api.get(HOUR);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.http().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aDeniedGapFailsTheRequestAndAllowingItIsOneLinkAway() {
        simulator.fault(World.images(), Calls.all(), status(403, "X.1"));
        Reply denied = api.get(HOUR + "&partial=deny");
        assertThat(denied.status()).isEqualTo(502);
        assertThat(api.get(denied.json().path("without").asText()).events()).hasSize(3);
    }

    private void everywhere(Fault fault) {
        List.of(
                        World.images(),
                        World.cluster(),
                        World.database(),
                        World.list(Operation.PULL),
                        World.list(Operation.CREATE),
                        World.list(Operation.DELETE))
                .forEach(identity -> simulator.fault(identity, Calls.all(), fault));
    }

    /** Short waits, and a breaker that stays out of the way. */
    public static class Hurried implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.timeout", "2s",
                    "tributary.max-response-bytes", "200K",
                    "tributary.breaker.window", "10000");
        }
    }
}
