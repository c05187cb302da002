package dev.tributary.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.life.Platform;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A demo build has the platform behind it by the time it is up. */
@QuarkusTest
@TestProfile(LocalPlatformTest.Demo.class)
class LocalPlatformTest {
    public static class Demo implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "demo";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("simulator.port", "0");
        }
    }

    @Inject
    LocalPlatform platform;

    @Test
    void anyLoginOfThePlatformReadsItsEvents() {
        Caller caller = Caller.of(platform.simulator());
        String token = caller.post("/v3/auth/tokens", login())
                .response()
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();

        Caller.Answer answer = caller.get(
                "/v2/" + Platform.PROJECT + "/instances/" + Platform.REGISTRY + "/audit-logs?operation=pull",
                Map.of("X-Auth-Token", token));

        long days = Duration.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.now())
                .toDays();
        assertThat(answer.number("total")).isBetween(470 * days, 490 * (days + 1));
    }

    private static String login() {
        return """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                    {"name": "%s", "password": "%s", "domain": {"name": "%s"}}}},
                  "scope": {"project": {"id": "%s"}}}}""".formatted(
                        LocalPlatform.USER.name(),
                        LocalPlatform.USER.password(),
                        LocalPlatform.USER.domain(),
                        Platform.PROJECT);
    }
}
