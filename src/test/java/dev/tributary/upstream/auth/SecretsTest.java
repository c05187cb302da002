package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final URI URL = URI.create("https://iam");
    private static final AccessKeys KEYS = new AccessKeys("AK", "SECRET", "SECRET");

    @Test
    void textFormsOfWhatHoldsSecretsShowNone() {
        Clock clock = Clock.systemUTC();
        Map<String, String> headers = Map.of("X-Security-Token", "SECRET");

        assertThat(List.of(
                                KEYS,
                                new AkSkCredential(KEYS, "project", clock),
                                new Signer(KEYS),
                                CanonicalRequest.of("GET", URL, headers, new byte[0]),
                                new TokenCredential("SECRET"),
                                new Issued(new TokenCredential("SECRET"), Instant.EPOCH, Instant.MAX),
                                Issued.until(
                                        Instant.MAX,
                                        new AkSkCredential(KEYS, "project", clock),
                                        Instant.EPOCH,
                                        Duration.ZERO),
                                new PasswordLogin(URL, "user", "SECRET", "domain", "project"))
                        .toString())
                .doesNotContain("SECRET");
    }
}
