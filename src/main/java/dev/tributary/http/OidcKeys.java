package dev.tributary.http;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Tells Quarkus of the issuer, so that one key switches it on; found by {@code META-INF/services}. */
public final class OidcKeys implements ConfigSourceFactory {

    /** Below every file, so that what is written there wins. */
    private static final int ORDINAL = 100;

    private static final Map<String, String> OFF = Map.of("quarkus.oidc.tenant-enabled", "false");
    private static final Map<String, String> ON = Map.of(
            "quarkus.oidc.tenant-enabled", "true",
            "quarkus.oidc.auth-server-url", "${tributary.oidc.issuer}",
            "quarkus.oidc.token.audience", "${tributary.oidc.audience}");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean isOn = isGiven("tributary.oidc.issuer", context) && isGiven("tributary.oidc.audience", context);
        return List.of(new PropertiesConfigSource(isOn ? ON : OFF, "the keys of tributary.oidc", ORDINAL));
    }

    private static boolean isGiven(String key, ConfigSourceContext context) {
        ConfigValue value = context.getValue(key);
        return value != null && value.getValue() != null && !value.getValue().isEmpty();
    }
}
