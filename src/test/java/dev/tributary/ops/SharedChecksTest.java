package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.shared.ReplicasConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedChecksTest {
    private static final Configured SHARED =
            Configured.nothing().with("shared.url", "rediss://redis:6379").with("shared.replicas", "4");

    @Test
    void nothingIsSharedByDefault() {
        assertThat(keys(Configured.nothing())).isEmpty();
    }

    @Test
    void aStoreAndTheNumberOfReplicasAreEnough() {
        assertThat(keys(SHARED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://redis:6379",
                "http://redis:6379",
                "rediss://redis",
                "rediss://:secret@redis:6379",
                "rediss://redis:6379/1",
                "rediss://redis:6379?client=tcp",
                "redis"
            })
    void anythingButAStoreWithTlsIsAFault(String url) {
        assertThat(keys(SHARED.with("shared.url", url))).containsExactly("tributary.shared.url");
    }

    @Test
    void aStoreWithoutTlsIsOneWhereHttpIsAllowed() {
        Configured plain = SHARED.with("shared.url", "redis://redis:6379");
        assertThat(SharedChecks.faultsOf(plain.as(ReplicasConfig.class).shared(), true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replicas, 0",
        "timeout, 0s",
        "max-entry-bytes, 1023",
        "max-entry-bytes, 65M",
        "password-file, /nowhere/at/all"
    })
    void aValueOutOfItsRangeIsAFault(String key, String value) {
        assertThat(keys(SHARED.with("shared." + key, value))).containsExactly("tributary.shared." + key);
    }

    @Test
    void whatIsSaidOfAStoreNeedsOne() {
        assertThat(keys(Configured.nothing().with("shared.replicas", "4"))).containsExactly("tributary.shared.url");
    }

    private static List<String> keys(Configured configured) {
        return SharedChecks.faultsOf(configured.as(ReplicasConfig.class).shared(), false).stream()
                .map(Fault::key)
                .toList();
    }
}
