package dev.tributary.upstream.auth;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to IAM, and what is made of its answers. A Quarkus test because the REST client needs the runtime. */
@QuarkusTest
class IamLoginTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final String AWKWARD_PASSWORD = "pä\"ss\\w/ord é 張 😀\t{}";

    private final PlayedIam iam = new PlayedIam();

    @AfterEach
    void closeIam() {
        iam.close();
    }

    @ParameterizedTest(name = "endpoint followed by \"{0}\"")
    @ValueSource(strings = {"", "/"})
    void loginIsThePostThatTheVendorDocuments(String slash) throws IOException {
        iam.issuesTokensUntil(MORNING.plusSeconds(60));

        login(URI.create(iam.endpoint() + slash), ofSeconds(30)).awaitItem(ofSeconds(30));

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:30:00.5Z",
                "2026-11-21T09:30:00.500000Z",
                "2026-11-21T09:30:00.500000000000Z",
                "2026-11-21t09:30:00.5z",
                "2026-11-21T17:30:00.500+08:00"
            })
    void endOfATokenIsReadInEveryFormOfRfc3339(String expiresAt) {
        iam.answers(response -> response.setStatusCode(201)
                .putHeader("X-Subject-Token", "t1")
                .end("{\"token\":{\"project\":{\"expires_at\":\"\"},\"expires_at\":\"" + expiresAt + "\"}}"));

        Issued token =
                login(iam.endpoint(), ofSeconds(30)).awaitItem(ofSeconds(30)).getItem();

        assertThat(token.expiresAt()).isEqualTo("2026-11-21T09:30:00.5Z");
    }

    @ParameterizedTest
    @EnumSource
    void failedLoginIsAnAuthFailureThatRepeatsNoSecret(IamFault fault) {
        iam.answers(fault.play());

        SourceFailure failure = failure(login(iam.endpoint(), ofSeconds(2)));

        assertThat(failure.type()).isEqualTo(FailureType.AUTH);
        assertThat(failure.upstreamStatus()).isEqualTo(fault.status());
        assertThat(failure.toString()).doesNotContain("SECRET", "pä");
        assertThat(iam.logins()).hasSize(1);
    }

    @Test
    void iamThatNobodyPlaysIsAnAuthFailure() {
        URI endpoint = iam.endpoint();
        iam.close();

        assertThat(failure(login(endpoint, ofSeconds(30))).type()).isEqualTo(FailureType.AUTH);
    }

    private static UniAssertSubscriber<Issued> login(URI endpoint, Duration timeout) {
        PasswordLogin login =
                new PasswordLogin(endpoint, "ops", AWKWARD_PASSWORD, "ACCOUNT", "0123456789abcdef0123456789abcdef");
        return new IamLogin(login, new SettableClock(MORNING), timeout)
                .issue()
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static SourceFailure failure(UniAssertSubscriber<Issued> login) {
        Throwable failure = login.awaitFailure(ofSeconds(30)).getFailure();
        assertThat(failure).isInstanceOf(UpstreamException.class);
        return ((UpstreamException) failure).failure();
    }
}
