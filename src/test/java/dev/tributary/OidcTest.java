package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Api.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of an issuer, beside tokens in files. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(OidcTest.WithIssuer.class)
class OidcTest extends FrontDoorTest {
    private static final Map<String, ?> SEES_ALL = Map.of("tributary_sources", "*");

    public static class WithIssuer extends CallersProfile {
        private static final PlayedIssuer ISSUER = PlayedIssuer.start();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("tributary.oidc.issuer", ISSUER.url());
            overrides.put("tributary.oidc.audience", PlayedIssuer.AUDIENCE);
            return overrides;
        }
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of("*", List.of("images", "orders-db", "prod-cluster", "registry")),
                Arguments.of("registry  orders-*", List.of("orders-db", "registry")),
                Arguments.of(List.of("registry", "images", "gone"), List.of("images", "registry")));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void claimSaysWhichSourcesItsBearerSees(Object claim, List<String> seen) {
        Reply answer = bearing(Map.of("tributary_sources", claim)).get("/sources");

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(StreamSupport.stream(answer.json().path("sources").spliterator(), false)
                        .map(source -> source.path("name").asText()))
                .containsExactlyElementsOf(seen);
    }

    @Test
    void eventsAreThoseOfHisSources() {
        new World(3, 80).playedBy(simulator);

        Reply answer = bearing(Map.of("tributary_sources", List.of("registry")))
                .get("/events?limit=1000&from=" + World.FROM + "&to=" + World.TO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("source").asText()).isEqualTo("registry"));
    }

    static Stream<Map<String, ?>> claimsOfNothing() {
        return Stream.of(
                Map.of(),
                Map.of("tributary_sources", ""),
                Map.of("tributary_sources", List.of()),
                Map.of("tributary_sources", "none-of-ours"),
                Map.of("tributary_sources", 7));
    }

    @ParameterizedTest
    @MethodSource("claimsOfNothing")
    void whoSeesNothingIsForbidden(Map<String, ?> claims) {
        Reply answer = bearing(claims).get("/events");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/forbidden");
        assertThat(simulator.requests().all()).isEmpty();
    }

    static Stream<Arguments> bad() {
        PlayedIssuer issuer = WithIssuer.ISSUER;
        String good = issuer.token(SEES_ALL);
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of(
                        "expired",
                        issuer.token(with("exp", Instant.now().minusSeconds(60).getEpochSecond()))),
                Arguments.of("for another service", issuer.token(with("aud", "another"))),
                Arguments.of("of another issuer", issuer.token(with("iss", "http://127.0.0.1:1"))),
                Arguments.of("signed by another", issuer.token(SEES_ALL, PlayedIssuer.newKeys())),
                Arguments.of("a bit of the claims flipped", parts[0] + "." + flipped(parts[1]) + "." + parts[2]),
                Arguments.of("a bit of the signature flipped", parts[0] + "." + parts[1] + "." + flipped(parts[2])),
                Arguments.of("unsigned", parts[0] + "." + parts[1] + "."),
                Arguments.of(
                        "saying that it needs no signature",
                        PlayedIssuer.encoded(Map.of("alg", "none")) + "." + parts[1] + "."),
                Arguments.of("no token at all", "opaque-as-a-stone-01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void tokenThatIsNotGoodTeachesNothing(String what, String token) {
        assertThat(told(api.withToken(token).get("/events"))).isEqualTo(told(api.get("/events")));
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void tokensInFilesAreGoodBesideThem() {
        assertThat(api.withToken(CallersProfile.TEAM).get("/sources").status()).isEqualTo(200);
    }

    private Api bearing(Map<String, ?> claims) {
        return api.withToken(WithIssuer.ISSUER.token(claims));
    }

    private static Map<String, ?> with(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(SEES_ALL);
        claims.put(claim, value);
        return claims;
    }

    private static String flipped(String part) {
        char tenth = part.charAt(10);
        return part.substring(0, 10) + (tenth == 'A' ? 'B' : 'A') + part.substring(11);
    }

    private static Map<String, ?> told(Reply reply) {
        Map<String, Object> told = new TreeMap<>(reply.http().headers().map());
        told.put("status", reply.status());
        told.put("body", reply.http().body());
        assertThat(reply.status()).isEqualTo(401);
        return told;
    }
}
