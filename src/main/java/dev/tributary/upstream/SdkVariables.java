package dev.tributary.upstream;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes the environment variables of the vendor's SDK keys of the account {@code default}, so that one environment serves
 * both. They belong together: an account that has credentials of its own takes none of them.
 *
 * <p>Found by Quarkus at build time, through {@code META-INF/services}: no other way leads into the configuration.
 */
public final class SdkVariables implements ConfigSourceFactory {
    private static final String ACCOUNT = "tributary.accounts.default.";
    private static final List<String> PAIR = List.of("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK");
    private static final List<String> CREDENTIALS =
            List.of("access-key", "secret-key", "security-token", "token", "username", "password", "domain", "agency");
    private static final Map<String, String> KEYS = Map.of(
            ACCOUNT + "access-key", "${HUAWEICLOUD_SDK_AK}",
            ACCOUNT + "secret-key", "${HUAWEICLOUD_SDK_SK}",
            ACCOUNT + "security-token", "${HUAWEICLOUD_SDK_SECURITY_TOKEN:}",
            ACCOUNT + "project-id", "${HUAWEICLOUD_SDK_PROJECT_ID:}");

    /** Below every file, so that a project id which is written there wins. */
    private static final int ORDINAL = 100;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean isPairGiven = PAIR.stream().allMatch(variable -> isGiven(variable, context));
        boolean hasItsOwn = ownCredentials().anyMatch(key -> isGiven(key, context));
        return isPairGiven && !hasItsOwn
                ? List.of(new PropertiesConfigSource(KEYS, "the vendor SDK's variables", ORDINAL))
                : List.of();
    }

    /** Whatever their kind, and also when they stand in files of their own. */
    private static Stream<String> ownCredentials() {
        return CREDENTIALS.stream().flatMap(key -> Stream.of(ACCOUNT + key, ACCOUNT + key + "-file"));
    }

    private static boolean isGiven(String name, ConfigSourceContext context) {
        ConfigValue value = context.getValue(name);
        return value != null && value.getValue() != null && !value.getValue().isEmpty();
    }
}
