package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tributary.http.CallersConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.UpstreamConfig;
import io.smallrye.config.ConfigMapping;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    @Test
    void keysOfSourcesAccountsAndCallersCarryTheirNames() {
        Set<String> keys = keys(Configured.fourSources().with("callers.siem.max-queries", "2"));
        assertThat(keys)
                .contains(
                        "tributary.max-window",
                        "tributary.timeout",
                        "tributary.cache.max-bytes",
                        "tributary.cache.settled-for",
                        "tributary.sources.images.cache.young-for",
                        "tributary.sources.prod-cluster.cluster-id",
                        "tributary.sources.images.breaker.delay",
                        "tributary.accounts.default.secret-key",
                        "tributary.callers.siem.token-file");
        assertThat(keys).doesNotContain("tributary.sources.images.cache.max-bytes");
        assertThat(keys).noneMatch(key -> key.contains("*"));
    }

    /** As the simulator's are, whose mapping cannot be named outside its room. */
    @Test
    void keysOfOtherMappingsAreKnownWhenGivenInAFile() {
        assertThat(keys(Configured.fourSources().with("simulator.seed", "7"))).contains("tributary.simulator.seed");
    }

    /** Else a variable that sets a key of a forgotten mapping would stop the start. */
    @Test
    void everyMappingOnOurPrefixIsKnown() {
        Set<String> mappings = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tributary").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .filter(type -> type.getAnnotationOfType(ConfigMapping.class)
                                .prefix()
                                .equals("tributary"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(KnownKeys.MAPPINGS).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(mappings);
    }

    private static Set<String> keys(Configured configured) {
        return KnownKeys.of(
                configured.as(UpstreamConfig.class), configured.as(CallersConfig.class), configured.properties());
    }
}
