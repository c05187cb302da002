package dev.tributary;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nobody waits long, every failed call is a failure of its source, and there is no page. */
public class ShortWaits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tributary.write-timeout", "2s",
                "tributary.max-queries", "64",
                "tributary.timeout", "15s",
                "tributary.page.enabled", "false",
                "tributary.max-retries", "0",
                "tributary.breaker.window", "1000000");
    }
}
