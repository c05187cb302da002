package dev.tributary.upstream.auth;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens by password, over real HTTP. A Quarkus test because the REST client needs the runtime. */
@QuarkusTest
class IamAuthenticatorTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final String AWKWARD_PASSWORD = "pä\"ss\\w/ord é 張 😀\t{}";
    private static final OutgoingRequest REQUEST =
            new OutgoingRequest("GET", URI.create("https://host/"), Map.of(), new byte[0]);

    private final PlayedIam iam = new PlayedIam();
    private final SettableClock clock = new SettableClock(MORNING);
    private final IamAuthenticator authenticator = authenticator(iam.endpoint(), ofSeconds(30));

    @AfterEach
    void closeIam() {
        iam.close();
    }

    @Test
    void loginIsThePostThatTheVendorDocuments() throws IOException {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));

        token(authenticator.credential());

        PlayedIam.Login login = iam.logins().get(0);
        assertThat(login.method()).isEqualTo("POST");
        assertThat(login.uri()).isEqualTo("/v3/auth/tokens?nocatalog=true");
        assertThat(login.contentType()).isEqualTo("application/json;charset=UTF-8");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(login.body()))
                .isEqualTo(json.readTree("""
                {"auth": {
                  "identity": {"methods": ["password"], "password": {"user": {
                    "name": "ops", "password": %s, "domain": {"name": "ACCOUNT"}}}},
                  "scope": {"project": {"id": "0123456789abcdef0123456789abcdef"}}}}
                """.formatted(json.writeValueAsString(AWKWARD_PASSWORD))));
    }

    @Test
    void slashAfterTheEndpointChangesNothing() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));

        token(authenticator(URI.create(iam.endpoint() + "/"), ofSeconds(30)).credential());

        assertThat(iam.logins().get(0).uri()).isEqualTo("/v3/auth/tokens?nocatalog=true");
    }

    @Test
    void fiftyConcurrentCallersShareOneLogin() {
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);

        List<CompletableFuture<Credential>> callers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(caller -> authenticator.credential().subscribeAsCompletionStage())
                .toList();
        signal.complete();

        assertThat(callers)
                .allSatisfy(caller -> assertThat(tokenOf(caller.join())).isEqualTo("t1"));
        assertThat(iam.logins()).hasSize(1);
    }

    @Test
    void callerThatLeavesTakesNobodyElsesLoginAway() {
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);
        UniAssertSubscriber<Credential> leaving =
                authenticator.credential().subscribe().withSubscriber(UniAssertSubscriber.create());
        CompletableFuture<Credential> staying = authenticator.credential().subscribeAsCompletionStage();
        await().until(() -> iam.logins().size() == 1);

        leaving.cancel();
        signal.complete();

        assertThat(tokenOf(staying.join())).isEqualTo("t1");
        assertThat(iam.logins()).hasSize(1);
    }

    @ParameterizedTest(name = "a token for {0} is renewed {1} before its end")
    @CsvSource({"PT24H, PT10M", "PT2H, PT10M", "PT30M, PT3M", "PT1M, PT6S"})
    void tokenIsRenewedBeforeItExpires(Duration life, Duration margin) {
        iam.issuesTokensUntil(MORNING.plus(life));
        token(authenticator.credential());

        clock.advance(life.minus(margin).minusSeconds(1));
        assertThat(token(authenticator.credential())).isEqualTo("t1");
        assertThat(iam.logins()).hasSize(1);

        iam.issuesTokensUntil(MORNING.plus(life.multipliedBy(2)));
        clock.advance(ofSeconds(1));
        token(authenticator.credential());
        await().until(() -> token(authenticator.credential()).equals("t2"));
        assertThat(iam.logins()).hasSize(2);
    }

    @Test
    void oldTokenStaysInUseWhileItsRenewalFails() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        token(authenticator.credential());
        iam.answers(response -> response.setStatusCode(500).end());

        clock.advance(ofHours(24).minusSeconds(1));
        assertThat(token(authenticator.credential())).isEqualTo("t1");
        await().until(() -> iam.logins().size() >= 2);
        assertThat(token(authenticator.credential())).isEqualTo("t1");

        clock.advance(ofSeconds(1));
        assertThat(failure(authenticator.credential()).type()).isEqualTo(FailureType.AUTH);
    }

    @Test
    void refusedTokenIsReplacedByOneLoginHoweverManyWereRefused() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        Credential refused = credential(authenticator.credential());
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);

        List<CompletableFuture<Credential>> replays = IntStream.range(0, 50)
                .parallel()
                .mapToObj(caller -> authenticator.renewed(refused).subscribeAsCompletionStage())
                .toList();
        signal.complete();

        assertThat(replays)
                .allSatisfy(replay -> assertThat(tokenOf(replay.join())).isEqualTo("t2"));
        assertThat(iam.logins()).hasSize(2);
    }

    @Test
    void refusalOfATokenThatIsNoLongerTheNewestNeedsNoLogin() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        Credential first = credential(authenticator.credential());
        Credential second = credential(authenticator.renewed(first));

        assertThat(credential(authenticator.renewed(first))).isSameAs(second);
        assertThat(credential(authenticator.credential())).isSameAs(second);
        assertThat(iam.logins()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:30:00Z",
                "2026-11-21T09:30:00.5Z",
                "2026-11-21T09:30:00.000000Z",
                "2026-11-21T09:30:00.000000000000Z",
                "2026-11-21T17:30:00.000+08:00"
            })
    void endOfATokenIsReadInEveryFormOfRfc3339(String expiresAt) {
        iam.answers(response -> response.setStatusCode(201)
                .putHeader("X-Subject-Token", "t" + iam.logins().size())
                .end("{\"token\":{\"issued_at\":\"\",\"expires_at\":\"" + expiresAt + "\"}}"));
        token(authenticator.credential());

        clock.advance(ofMinutes(26));
        assertThat(token(authenticator.credential())).isEqualTo("t1");
        assertThat(iam.logins()).hasSize(1);

        clock.advance(ofSeconds(4 * 60 + 1));
        assertThat(token(authenticator.credential())).isEqualTo("t2");
    }

    @ParameterizedTest
    @EnumSource
    void failedLoginIsAnAuthFailureThatRepeatsNoSecretAndIsNotRemembered(IamFault fault) {
        IamAuthenticator hasty = authenticator(iam.endpoint(), ofSeconds(2));
        iam.answers(fault.play());

        SourceFailure failure = failure(hasty.credential());

        assertThat(failure.type()).isEqualTo(FailureType.AUTH);
        assertThat(failure.upstreamStatus()).isEqualTo(fault.status());
        assertThat(failure.toString()).doesNotContain("SECRET", "pä");
        assertThat(iam.logins()).hasSize(1);

        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        assertThat(token(hasty.credential())).isEqualTo("t2");
    }

    @Test
    void iamThatNobodyPlaysIsAnAuthFailure() {
        iam.close();

        assertThat(failure(authenticator.credential()).type()).isEqualTo(FailureType.AUTH);
    }

    private IamAuthenticator authenticator(URI endpoint, Duration timeout) {
        PasswordLogin login =
                new PasswordLogin(endpoint, "ops", AWKWARD_PASSWORD, "ACCOUNT", "0123456789abcdef0123456789abcdef");
        return new IamAuthenticator(login, clock, timeout);
    }

    private static String token(Uni<Credential> credential) {
        return tokenOf(credential(credential));
    }

    private static Credential credential(Uni<Credential> credential) {
        return credential.await().atMost(ofSeconds(30));
    }

    private static String tokenOf(Credential credential) {
        return credential.headersFor(REQUEST).get("X-Auth-Token");
    }

    private static SourceFailure failure(Uni<Credential> credential) {
        Throwable failure = credential
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(ofSeconds(30))
                .getFailure();
        assertThat(failure).isInstanceOf(UpstreamException.class);
        return ((UpstreamException) failure).failure();
    }
}
