package dev.tributary.upstream.auth;

import static dev.tributary.upstream.auth.PlayedAgency.KEYS;
import static dev.tributary.upstream.auth.PlayedAgency.POD;
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
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of a pod, and when they are asked for. A Quarkus test because the REST client needs the runtime. */
@QuarkusTest
class PodIdentityServiceTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    @Inject
    Vertx vertx;

    private final PlayedAgency agency = new PlayedAgency();
    private final SettableClock clock = new SettableClock(MORNING);
    private final AgencyKeys keys = new AgencyKeys("project", clock);
    private Path file;

    @BeforeEach
    void hasKeys() throws IOException {
        file = Files.writeString(Files.createTempFile("token", null), "TOKEN1\n"); // Quarkus tests know no @TempDir
        agency.hasKeysUntil(POD, MORNING.plus(ofHours(24)));
    }

    @AfterEach
    void closeAgency() throws IOException {
        agency.close();
        Files.deleteIfExists(file);
    }

    @Test
    void tokenIsReadAnewForEveryIssue() throws IOException {
        issued(pod());
        Files.writeString(file, " TOKEN2 ");
        issued(pod());

        assertThat(agency.of(POD))
                .extracting(request -> request.headers().get("Authorization"))
                .containsExactly("TOKEN1", "TOKEN2");
    }

    @Test
    void missingTokenIsAFailure() throws IOException {
        Files.delete(file);

        assertThat(failure(pod()).upstreamStatus()).isNull();
        assertThat(agency.all()).isEmpty();
    }

    @ParameterizedTest(name = "token \"{0}\"")
    @ValueSource(strings = {"", "\n", "SECRET\nSECRET", "SECRÉT"})
    void whatNoHeaderCarriesIsNoToken(String token) throws IOException {
        Files.writeString(file, token);

        assertThat(failure(pod()).upstreamStatus()).isNull();
        assertThat(agency.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 400, 401, 403, 404, 500})
    void refusalIsAFailureOfThatStatus(int status) {
        agency.answers(POD, status, "SECRET");

        assertThat(failure(pod()).upstreamStatus()).isEqualTo(status);
        assertThat(agency.all()).hasSize(1);
    }

    @Test
    void silenceIsAFailureAfterTheTimeout() {
        agency.answers(POD, response -> {});

        Issuer impatient = new PodIdentityService(agency.podWith(file.toString()), keys, vertx, Duration.ofMillis(500));
        assertThat(failure(impatient).upstreamStatus()).isNull();
    }

    @Test
    void podIsNotAskedWhileTheMachineHasKeys() {
        agency.hasKeysUntil(KEYS, MORNING.plus(ofHours(24)));

        issued(agencyOfMachineOrPod());

        assertThat(agency.of(POD)).isEmpty();
    }

    @Test
    void podIsAskedWhenTheMachineHasNoAgency() {
        agency.answers(KEYS, 401, "Please configure Cloud Service Agency first");

        issued(agencyOfMachineOrPod());

        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, KEYS, POD);
    }

    @Test
    void podIsAskedWhenThereIsNoMetadataService() {
        agency.answers(TOKEN, 403, "");

        issued(agencyOfMachineOrPod());

        assertThat(agency.all()).extracting(Seen::uri).containsExactly(TOKEN, POD);
    }

    @Test
    void podThatHasNoKeysEitherIsTheFailure() {
        agency.answers(TOKEN, 403, "");
        agency.answers(POD, 500, "");

        assertThat(failure(agencyOfMachineOrPod()).upstreamStatus()).isEqualTo(500);
    }

    @Test
    void machineIsTheFailureWhereThereIsNoPodIdentity() {
        agency.answers(TOKEN, 403, "");
        Issuer machineOnly = AgencyIssuer.of(new AgencyLogin(agency.url(), null, "project"), clock, vertx);

        assertThat(failure(machineOnly).upstreamStatus()).isEqualTo(403);
    }

    private Issuer pod() {
        return new PodIdentityService(agency.podWith(file.toString()), keys, vertx, ofSeconds(30));
    }

    private Issuer agencyOfMachineOrPod() {
        return new AgencyIssuer(new MetadataService(agency.url(), keys, clock, ofSeconds(30)), pod());
    }

    private static void issued(Issuer issuer) {
        subscriber(issuer).awaitItem(ofSeconds(30));
    }

    private static SourceFailure failure(Issuer issuer) {
        Throwable failure = subscriber(issuer).awaitFailure(ofSeconds(30)).getFailure();
        assertThat(failure).isInstanceOf(UpstreamException.class);
        assertThat(failure.toString()).doesNotContain("SECR");
        assertThat(((UpstreamException) failure).failure().type()).isEqualTo(FailureType.AUTH);
        return ((UpstreamException) failure).failure();
    }

    private static UniAssertSubscriber<Issued> subscriber(Issuer issuer) {
        return issuer.issue().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
