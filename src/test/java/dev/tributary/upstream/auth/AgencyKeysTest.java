package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.call.UpstreamException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of an answer with keys. */
class AgencyKeysTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final URI HOST = URI.create("https://host/");

    private final AgencyKeys keys = new AgencyKeys("project", new SettableClock(MORNING));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'credential':{'access':'AK','secret':'SK','securitytoken':'ST','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credentials':{'accessKeyId':'AK','secretAccessKey':'SK','securityToken':'ST','expiration':'2026-11-21T10:00:00Z'}}",
                "{'credentials':{'access':'AK','secret':'SK','securitytoken':'ST','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'x':[],'credential':{'y':null,'accessKeyId':'AK','secret':'SK','securityToken':'ST','expiration':'2026-11-21T10:00:00Z'}}"
            })
    void theNamesOfBothServicesAreUnderstood(String answer) {
        Issued issued = issued(answer);

        assertThat(issued.expiresAt()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(headers(issued))
                .containsEntry("X-Security-Token", "ST")
                .containsEntry("X-Project-Id", "project")
                .hasEntrySatisfying(
                        "Authorization",
                        value -> assertThat(value)
                                .contains("Access=AK,", "SignedHeaders=host;x-project-id;x-sdk-date;x-security-token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T10:00:00.5Z",
                "2026-11-21T10:00:00.500Z",
                "2026-11-21T10:00:00.500000Z",
                "2026-11-21T10:00:00.500000000000Z",
                "2026-11-21T18:00:00.5+08:00"
            })
    void endIsReadInEveryFormOfRfc3339(String end) {
        assertThat(issued(answerUntil(end)).expiresAt()).isEqualTo("2026-11-21T10:00:00.5Z");
    }

    @ParameterizedTest(name = "keys for {0} are due after {1}")
    @CsvSource({"PT24H, PT23H20M", "PT41M, PT1M", "PT40M, PT0S", "PT1M, PT0S"})
    void keysAreDueFortyMinutesBeforeTheirEnd(Duration life, Duration due) {
        Issued issued = issued(answerUntil(MORNING.plus(life).toString()));

        assertThat(issued.renewFrom()).isEqualTo(MORNING.plus(due));
        assertThat(issued.expiresAt()).isEqualTo(MORNING.plus(life));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SECRET",
                "{",
                "null",
                "[]",
                "{}",
                "{'credential':'SECRET'}",
                "{'credential':{}}",
                "{'credential':{'secret':'SECRET','securitytoken':'SECRET','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credential':{'access':'SECRET','securitytoken':'SECRET','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credential':{'access':'SECRET','secret':'SECRET','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credential':{'access':'SECRET','secret':'SECRET','securitytoken':'SECRET'}}",
                "{'credential':{'access':'','secret':'SECRET','securitytoken':'SECRET','expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credential':{'access':'SECRET','secret':'SECRET','securitytoken':7,'expires_at':'2026-11-21T10:00:00Z'}}",
                "{'credential':{'access':'SECRET','secret':'SECRET','securitytoken':'SECRET\\r\\nX: y','expires_at':'2026-11-21T10:00:00Z'}}"
            })
    void answerWithoutAllOfThemHasNoKeys(String answer) {
        assertHasNoKeys(answer);
    }

    /** The last one is the moment at which the answer comes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "",
                "2026-11-21",
                "2026-11-21T10:00:00",
                "-999999999-01-01T00:00:00Z",
                "2026-11-21T09:00:00Z"
            })
    void keysWithoutAnEndToComeAreNone(String end) {
        assertHasNoKeys(answerUntil(end));
    }

    @Test
    void goodKeysUnderAnotherStatusAreNone() {
        byte[] answer = answerUntil("2026-11-21T10:00:00Z").replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> keys.in(new Answer(Response.accepted(answer).build()), service()))
                .isInstanceOf(UpstreamException.class);
    }

    private static String answerUntil(String end) {
        return "{'credential':{'access':'AK','secret':'SECRET','securitytoken':'SECRET','expires_at':'" + end + "'}}";
    }

    private void assertHasNoKeys(String answer) {
        assertThatThrownBy(() -> issued(answer))
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        thrown -> assertThat(thrown.failure().toString()).doesNotContain("SECRET"));
    }

    private Issued issued(String answer) {
        byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return keys.in(new Answer(Response.ok(body).build()), service());
    }

    private static IssuingService service() {
        return new IssuingService("a service", HOST, Duration.ofSeconds(1));
    }

    private static Map<String, String> headers(Issued issued) {
        return issued.credential().headersFor(new OutgoingRequest("GET", HOST, Map.of(), new byte[0]));
    }
}
