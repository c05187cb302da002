package dev.tributary;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.TreeMap;

/** Many sources of each kind, a cache as in production, and every failed call a failure of its source. */
public class WorldsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = new TreeMap<>(Map.of(
                "tributary.cache.settled-for", "15m",
                "tributary.lookback", Happened.LONGEST_FILE.toString(),
                "tributary.max-retries", "0",
                "tributary.max-calls", "100000",
                "tributary.breaker.window", "1000000",
                "tributary.max-limit", "1000"));
        Upstream.all().forEach(upstream -> keys.putAll(upstream.configuration()));
        return keys;
    }
}
