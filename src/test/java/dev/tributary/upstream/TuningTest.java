package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.upstream.slice.FilterUnit;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Keys that stand in a source, for all of them, or nowhere: what holds then. */
class TuningTest {
    @Test
    void whatIsNotConfiguredHasItsDefault() {
        assertThat(Configured.fourSources().resolved("images").settings())
                .isEqualTo(new Settings(
                        200,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        2,
                        new Settings.Breaker(20, 0.5, Duration.ofSeconds(5)),
                        8,
                        20,
                        40,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        Duration.ofDays(2),
                        5_000,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        FilterUnit.MILLISECONDS,
                        200,
                        8 * 1024 * 1024));
    }

    @Test
    void aSharedReadHasTheTimeOfOneAttemptAtLeast() {
        Configured configured = Configured.fourSources().with("sources.images.timeout", "12s");
        assertThat(ConfiguredSource.allOf(configured.as(UpstreamConfig.class)))
                .extracting(source -> source.tuning().readTimeout().value())
                .containsExactly(
                        Duration.ofSeconds(12), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void whereNothingIsKeptNothingYoungIsEither() {
        Configured configured = Configured.fourSources().with("cache.settled-for", "0s");
        assertThat(configured.resolved("images").settings().youngFor()).isEqualTo(Duration.ZERO);
    }

    @Test
    void theCacheMayHoldAnEighthOfTheHeapOrWhatIsSaid() {
        Configured configured = Configured.fourSources();
        assertThat(cacheMaxBytes(configured)).isEqualTo(Runtime.getRuntime().maxMemory() / 8);
        assertThat(cacheMaxBytes(configured.with("cache.max-bytes", "5M").with("cache.settled-for", "1h")))
                .isEqualTo(5 * 1024 * 1024);
    }

    private static long cacheMaxBytes(Configured configured) {
        return ((Configuration.Resolved) configured.resolve()).cacheMaxBytes();
    }

    /** There is one cache for all sources, but each may have its own lifetimes. */
    @Test
    void aSourceHasNoCacheOfItsOwn() {
        Configured configured = Configured.fourSources()
                .with("cache.max-bytes", "5M")
                .with("cache.young-for", "2s")
                .with("sources.images.cache.settled-for", "1h")
                .with("sources.images.cache.young-for", "3s");
        UpstreamConfig known = configured.onlyKnownAs(UpstreamConfig.class);
        assertThat(known.sources().get("images").cache().youngFor()).contains(Duration.ofSeconds(3));
        Configured unknown = configured.with("sources.images.cache.max-bytes", "5M");
        assertThatThrownBy(() -> unknown.onlyKnownAs(UpstreamConfig.class))
                .isInstanceOf(ConfigValidationException.class);
    }

    @Test
    void keysOfSomeKindsMaySetThemForAll() {
        Configured configured = Configured.fourSources()
                .with("time-unit", "s")
                .with("sources.prod-cluster.time-unit", "ms")
                .with("reorder-tolerance", "1m");
        assertThat(configured.resolved("images").settings().unit()).isEqualTo(FilterUnit.SECONDS);
        assertThat(configured.resolved("prod-cluster").settings().unit()).isEqualTo(FilterUnit.MILLISECONDS);
        assertThat(configured.resolved("registry").settings().reorderTolerance())
                .isEqualTo(Duration.ofMinutes(1));
    }

    /** Sources of one kind at another host, or of another account, have quotas of their own. */
    @Test
    void eachPaceMayHaveItsOwnSpeed() {
        Configured configured = Configured.fourSources()
                .with("requests-per-second", "5")
                .with("sources.images.requests-per-second", "6")
                .with("sources.images.burst", "7")
                .with("sources.far.kind", "image-log")
                .with("sources.far.region", "cn-north-1")
                .with("sources.far.requests-per-second", "8")
                .with("sources.other.kind", "image-log")
                .with("sources.other.account", "other")
                .with("sources.other.requests-per-second", "9")
                .with("accounts.other.token", "t")
                .with("accounts.other.region", "cn-north-4")
                .with("accounts.other.project-id", "p-3");
        assertThat(configured.faultKeys()).isEmpty();
    }

    @Test
    void someDefaultsDependOnTheKind() {
        Configured configured = Configured.fourSources();
        assertThat(configured.resolved())
                .extracting(source -> source.settings().pageSize())
                .containsExactly(200, 100, 200, 100);
        assertThat(configured.resolved())
                .extracting(source -> source.settings().settle())
                .containsExactly(
                        Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofMinutes(5), Duration.ofMinutes(2));
    }

    @Test
    void aKeyOfASourceWinsOverTheOneForAll() {
        Configured configured = Configured.fourSources()
                .with("settle", "1m")
                .with("breaker.window", "50")
                .with("sources.registry.settle", "3m")
                .with("sources.registry.breaker.window", "7");
        assertThat(configured.resolved("images").settings().settle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configured.resolved("images").settings().breaker().window()).isEqualTo(50);
        assertThat(configured.resolved("registry").settings().settle()).isEqualTo(Duration.ofMinutes(3));
        assertThat(configured.resolved("registry").settings().breaker().window())
                .isEqualTo(7);
    }

    @Test
    void theEdgesOfRangesAreAllowed() {
        Configured configured = Configured.fourSources()
                .with("page-size", "1")
                .with("sources.images.page-size", "200")
                .with("sources.registry.page-size", "100")
                .with("timeout", "9.999s")
                .with("max-retries", "0")
                .with("breaker.ratio", "1")
                .with("settle", "0s")
                .with("overlap", "0s")
                .with("lookback", "28d")
                .with("reorder-tolerance", "1d")
                .with("read-timeout", "9.999s")
                .with("cache.settled-for", "1s")
                .with("cache.young-for", "1s")
                .with("cache.max-bytes", "1M")
                .with("sources.registry.reorder-tolerance", "0s")
                .with("sources.registry.cache.settled-for", "0s")
                .with("sources.registry.cache.young-for", "0s")
                .with("sources." + "a".repeat(63) + ".kind", "image-log")
                .with("sources." + "a".repeat(63) + ".region", "cn-north-1");
        assertThat(configured.faultKeys()).isEmpty();
    }
}
