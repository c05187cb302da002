package dev.tributary;

import dev.tributary.simulator.life.Platform;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All four sources use an account of its own, instead of the default one, which signs. */
abstract class AccountProfile implements QuarkusTestProfile {
    private final Map<String, String> overrides = new HashMap<>();

    /** @param account its keys, {@code region} and {@code project-id} excepted */
    AccountProfile(Map<String, String> account) {
        account.forEach(this::put);
        put("region", "cn-north-4");
        put("project-id", Platform.PROJECT);
        List.of("images", "prod-cluster", "registry", "orders-db")
                .forEach(source -> overrides.put("tributary.sources." + source + ".account", "other"));
    }

    /** The simulator's user, who logs in at the simulator. */
    static Map<String, String> userWith(String password) {
        return Map.of(
                "username",
                SimulatorResource.USER.name(),
                "password",
                password,
                "domain",
                SimulatorResource.USER.domain(),
                "iam-endpoint",
                "${simulator.url}");
    }

    private void put(String key, String value) {
        overrides.put("tributary.accounts.other." + key, value);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return overrides;
    }
}
