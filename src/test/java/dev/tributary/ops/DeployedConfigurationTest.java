package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.deploy.Configurations;
import dev.tributary.http.CallersConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.UpstreamConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that the ConfigMaps are made of can be started with. */
class DeployedConfigurationTest {
    private static final int ABOVE_DEFAULTS = 100;

    /** Where the Secrets are mounted; the test puts them elsewhere. */
    private static final String MOUNTED = "/etc/tributary";

    @TempDir
    Path mounted;

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyOfOursIsReadAndHasAValueOfItsType(Path file) {
        assertThatCode(() -> bind(Configurations.in(file))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyOfQuarkusIsDocumented(Path file) throws IOException {
        assertThat(Configurations.in(file).keySet().stream().filter(key -> !key.startsWith("tributary.")))
                .isSubsetOf(QuarkusKeys.documented());
    }

    static List<Path> files() throws IOException {
        return Configurations.files();
    }

    @Test
    void aTypoIsNoticed() {
        Map<String, String> typo = new TreeMap<>(Configurations.in(Configurations.PRODUCTION));
        typo.put("tributary.acounts.default.region", "cn-north-4");
        assertThatThrownBy(() -> bind(typo)).hasMessageContaining("tributary.acounts.default.region");
    }

    /** An operator who has overlooked one is told where. */
    @Test
    void everyValueThatIsStillToBeFilledInIsAFault() throws IOException {
        Map<String, String> unfilled = withSecrets();
        List<String> open = unfilled.entrySet().stream()
                .filter(setting -> setting.getValue().startsWith("<"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(open).isNotEmpty();
        assertThat(Configured.of(unfilled).faultKeys()).containsAll(open);
    }

    @Test
    void filledInItWorks() throws IOException {
        Map<String, String> filled = withSecrets();
        filled.replaceAll((key, value) -> value.equals("<region>") ? "cn-north-4" : value.replaceAll("<.*>", "an-id"));
        Configured works = Configured.of(filled);
        assertThat(works.faultKeys()).isEmpty();
        Set<String> sources = works.as(UpstreamConfig.class).sources().keySet();
        assertThat(CallerChecks.faultsOf(works.as(CallersConfig.class), sources, 16, false))
                .isEmpty();
    }

    private Map<String, String> withSecrets() throws IOException {
        Map<String, String> properties = new TreeMap<>(Configurations.in(Configurations.PRODUCTION));
        properties.replaceAll((key, value) -> value.replace(MOUNTED, mounted.toString()));
        for (String value : properties.values()) {
            if (value.startsWith(mounted.toString())) {
                Files.createDirectories(Path.of(value).getParent());
                Files.writeString(
                        Path.of(value), "the-secret-in-" + Path.of(value).getFileName());
            }
        }
        return properties;
    }

    // All mappings together refuse what none of them has, as at a start.
    private static void bind(Map<String, String> properties) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, ABOVE_DEFAULTS, new DurationConverter())
                .withConverter(MemorySize.class, ABOVE_DEFAULTS, new MemorySizeConverter())
                .addDefaultInterceptors()
                .withMappingIgnore("tributary.callers.**") // until their mapping is one of ours
                .withSources(new PropertiesConfigSource(properties, "ConfigMap", ABOVE_DEFAULTS + 1));
        KnownKeys.MAPPINGS.forEach(builder::withMapping);
        builder.build();
    }
}
