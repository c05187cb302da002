package dev.tributary.upstream.auth;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who gets which credential, and what it costs in renewals; here of tokens from IAM. A Quarkus test because the REST
 * client needs the runtime.
 */
@QuarkusTest
class RenewingAuthenticatorTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final OutgoingRequest REQUEST =
            new OutgoingRequest("GET", URI.create("https://host/"), Map.of(), new byte[0]);

    private final PlayedIam iam = new PlayedIam();
    private final SettableClock clock = new SettableClock(MORNING);
    private final RenewingAuthenticator authenticator = new RenewingAuthenticator(
            new IamLogin(
                    new PasswordLogin(iam.endpoint(), "ops", "password", "ACCOUNT", "project"), clock, ofSeconds(30)),
            new LoginGuard("login for project", new Standing("default", clock)),
            clock);

    @AfterEach
    void closeIam() {
        iam.close();
    }

    @Test
    void fiftyConcurrentCallersShareOneLogin() throws Exception {
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);

        List<CompletableFuture<Credential>> callers =
                fiftyAtOnce(() -> authenticator.credential().subscribeAsCompletionStage());
        signal.complete();

        assertThat(callers)
                .allSatisfy(caller -> assertThat(tokenOf(caller.join())).isEqualTo("t1"));
        assertThat(iam.logins()).hasSize(1);
    }

    @Test
    void callerThatLeavesTakesNobodyElsesLoginAway() {
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);
        UniAssertSubscriber<Credential> leaving = subscriber(authenticator.credential());
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
        assertThat(failure(subscriber(authenticator.credential())).type()).isEqualTo(FailureType.AUTH);
    }

    @Test
    void refusedTokenIsReplacedByOneLoginHoweverManyWereRefused() throws Exception {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        Credential refused = credential(authenticator.credential());
        Promise<Void> signal = Promise.promise();
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)), signal);

        List<CompletableFuture<Credential>> replays =
                fiftyAtOnce(() -> authenticator.renewed(refused).subscribeAsCompletionStage());
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

    @Test
    void failedLoginFailsAllWhoWaitedForItAndIsForgotten() {
        Promise<Void> signal = Promise.promise();
        iam.answers(response ->
                signal.future().onSuccess(given -> response.setStatusCode(401).end()));
        UniAssertSubscriber<Credential> one = subscriber(authenticator.credential());
        UniAssertSubscriber<Credential> other = subscriber(authenticator.credential());
        signal.complete();
        assertThat(failure(one).upstreamStatus()).isEqualTo(401);
        assertThat(failure(other).upstreamStatus()).isEqualTo(401);
        assertThat(iam.logins()).hasSize(1);

        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        clock.advance(ofMinutes(1));
        assertThat(token(authenticator.credential())).isEqualTo("t2");
    }

    @ParameterizedTest(name = "after a {0}, for {1}")
    @CsvSource({"401, PT1M", "403, PT1M", "500, PT1S", "429, PT1S", "302, PT1S"})
    void failedLoginIsNotRepeatedSoon(int status, Duration rest) {
        iam.answers(response -> response.setStatusCode(status).end());
        failure(subscriber(authenticator.credential()));
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));

        clock.advance(rest.minusMillis(1));
        SourceFailure failure = failure(subscriber(authenticator.credential()));
        assertThat(failure.type()).isEqualTo(FailureType.AUTH);
        assertThat(failure.retryAfter()).isEqualTo(ofMillis(1));
        assertThat(authenticator.restsUntil()).contains(MORNING.plus(rest));
        assertThat(iam.logins()).hasSize(1);

        clock.advance(ofMillis(1));
        assertThat(token(authenticator.credential())).isEqualTo("t2");
        assertThat(authenticator.restsUntil()).isEmpty();
    }

    @Test
    void loginThatIsDueButFailsIsNotTriedForEveryCall() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        token(authenticator.credential());
        iam.answers(response -> response.setStatusCode(500).end());
        clock.advance(ofHours(24).minusSeconds(60));

        token(authenticator.credential());
        await().untilAsserted(() -> assertThat(iam.logins()).hasSize(2));
        await().pollDelay(ofMillis(50))
                .untilAsserted(
                        () -> assertThat(token(authenticator.credential())).isEqualTo("t1"));

        assertThat(iam.logins()).hasSize(2);
        assertThat(authenticator.restsUntil()).isEmpty();
    }

    @Test
    void callerOvertakenByALoginTakesItsToken() {
        iam.issuesTokensUntil(MORNING.plus(ofHours(24)));
        clock.beforeNextReading(() -> token(authenticator.credential()));

        assertThat(token(authenticator.credential())).isEqualTo("t1");
        assertThat(iam.logins()).hasSize(1);
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

    private static UniAssertSubscriber<Credential> subscriber(Uni<Credential> credential) {
        return credential.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static SourceFailure failure(UniAssertSubscriber<Credential> subscriber) {
        Throwable failure = subscriber.awaitFailure(ofSeconds(30)).getFailure();
        assertThat(failure).isInstanceOf(UpstreamException.class);
        return ((UpstreamException) failure).failure();
    }

    /** On threads of its own: those of the common pool may belong to the application of an earlier test class. */
    private static <T> List<T> fiftyAtOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(50, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
