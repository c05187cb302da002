package dev.tributary.upstream.auth;

import static dev.tributary.upstream.auth.PlayedAgency.KEYS;
import static dev.tributary.upstream.auth.PlayedAgency.TOKEN;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.auth.PlayedAgency.Seen;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps to the keys of a machine's agency. A Quarkus test because the REST client needs the runtime. */
@QuarkusTest
class MetadataServiceTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    private final PlayedAgency agency = new PlayedAgency();
    private final SettableClock clock = new SettableClock(MORNING);
    private final MetadataService service = service(agency.url(), ofSeconds(30));

    @BeforeEach
    void hasKeys() {
        agency.hasKeysUntil(KEYS, MORNING.plus(ofHours(100)));
    }

    @AfterEach
    void closeAgency() {
        agency.close();
    }

    @Test
    void everyIssueAsksForATokenFirst() {
        issued();
        issued();

        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, KEYS, TOKEN, KEYS);
        assertThat(tokensOf(agency.of(KEYS))).containsExactly("token1", "token2");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 503})
    void serviceWithoutTokensIsAskedWithoutForADay(int status) {
        agency.answers(TOKEN, status, "SECRET");
        issued();
        clock.advance(ofHours(24).minusSeconds(1));
        issued();
        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, KEYS, KEYS);
        assertThat(tokensOf(agency.of(KEYS))).containsOnlyNulls();

        clock.advance(ofSeconds(1));
        agency.answers(TOKEN, 200, "token");
        issued();
        assertThat(agency.of(TOKEN)).hasSize(2);
        assertThat(tokensOf(agency.of(KEYS))).containsExactly(null, null, "token");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 403, 500})
    void anyOtherRefusalOfATokenIsAFailure(int status) {
        agency.answers(TOKEN, status, "");

        assertThat(failure(service).upstreamStatus()).isEqualTo(status);
        assertThat(agency.of(KEYS)).isEmpty();
    }

    @ParameterizedTest(name = "token \"{0}\"")
    @ValueSource(strings = {"", " ", "a b", "tökén"})
    void whatNoHeaderCarriesIsNoToken(String token) {
        agency.answers(TOKEN, 200, token);

        assertThat(failure(service).upstreamStatus()).isEqualTo(200);
        assertThat(agency.of(KEYS)).isEmpty();
    }

    @Test
    void tokenThatRanOutIsReplacedOnce() {
        agency.answers(KEYS, 401, "{\"error\":\"token expired SECRET\"}");

        assertThat(failure(service).upstreamStatus()).isEqualTo(401);
        assertThat(tokensOf(agency.of(KEYS))).containsExactly("token1", "token2");
    }

    /** It has just refused to do without. */
    @Test
    void serviceThatWantsATokenAndHasNoneIsAFailure() {
        agency.answers(TOKEN, 404, "");
        agency.answers(KEYS, 401, "");

        assertThat(failure(service).upstreamStatus()).isEqualTo(404);
        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, KEYS, TOKEN);
    }

    @Test
    void machineWithoutAgencyIsNotAskedAgain() {
        agency.answers(KEYS, 401, "{\"error\": \"Please configure Cloud Service Agency first. SECRET\"}");

        assertThat(failure(service).upstreamStatus()).isEqualTo(401);
        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, KEYS);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 403, 404, 500, 503})
    void refusalOfKeysIsAFailureOfThatStatus(int status) {
        agency.answers(KEYS, status, status == 204 ? "" : "SECRET");

        assertThat(failure(service).upstreamStatus()).isEqualTo(status);
    }

    @Test
    void brokenConnectionIsAFailureWithoutStatus() {
        agency.answers(KEYS, HttpServerResponse::reset);

        assertThat(failure(service).upstreamStatus()).isNull();
    }

    @Test
    void silenceIsAFailureAfterTheTimeout() {
        agency.answers(TOKEN, response -> {});

        assertThat(failure(service(agency.url(), Duration.ofMillis(500))).upstreamStatus())
                .isNull();
    }

    @Test
    void hugeAnswerIsGivenUp() {
        agency.answers(KEYS, 200, "SECRET".repeat(200_000));

        assertThat(failure(service).upstreamStatus()).isNull();
    }

    @Test
    void serviceThatNobodyPlaysIsAFailure() {
        agency.close();

        assertThat(failure(service).upstreamStatus()).isNull();
    }

    private MetadataService service(URI base, Duration timeout) {
        return new MetadataService(base, new AgencyKeys("project", clock), clock, timeout);
    }

    private void issued() {
        subscriber(service).awaitItem(ofSeconds(30));
    }

    private static SourceFailure failure(Issuer issuer) {
        Throwable failure = subscriber(issuer).awaitFailure(ofSeconds(30)).getFailure();
        assertThat(failure).isInstanceOf(UpstreamException.class);
        assertThat(failure.toString()).doesNotContain("SECRET");
        assertThat(((UpstreamException) failure).failure().type()).isEqualTo(FailureType.AUTH);
        return ((UpstreamException) failure).failure();
    }

    private static UniAssertSubscriber<Issued> subscriber(Issuer issuer) {
        return issuer.issue().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static List<String> tokensOf(List<Seen> requests) {
        return requests.stream()
                .map(request -> request.headers().get("X-Metadata-Token"))
                .toList();
    }
}
