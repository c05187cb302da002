package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.Freshness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheDirectivesTest {

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "No-Cache", "max-age=0, no-cache", "no-cache ,no-store"})
    void noCacheAsksForFreshReadings(String line) {
        assertThat(new CacheDirectives(List.of(line)).freshness()).isEqualTo(Freshness.FRESH);
        assertThat(new CacheDirectives(List.of("no-store", line)).freshness()).isEqualTo(Freshness.FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-store", "max-age=0", "no-cached", "x=no-cache"})
    void otherDirectivesDoNot(String line) {
        assertThat(new CacheDirectives(List.of(line)).freshness()).isEqualTo(Freshness.CACHED);
    }

    @Test
    void neitherDoesARequestWithoutAny() {
        assertThat(new CacheDirectives(List.of()).freshness()).isEqualTo(Freshness.CACHED);
    }
}
