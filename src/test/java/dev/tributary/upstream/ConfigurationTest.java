package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.event.Cluster;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.FilterUnit;
import io.smallrye.config.ConfigValidationException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";

    @Test
    void sourcesComeByName() {
        assertThat(Configured.fourSources().resolved())
                .extracting(source -> source.id().name())
                .containsExactly("images", "orders-db", "prod-cluster", "registry");
    }

    @Test
    void aSourceIsItsKindAndWhatItIsAskedAbout() {
        assertThat(Configured.fourSources().resolved())
                .extracting(ResolvedSource::id)
                .containsExactly(
                        new SourceId("images", Kind.IMAGE_LOG, new Scope("cn-north-4", PROJECT, null, null)),
                        new SourceId("orders-db", Kind.DATABASE_AUDIT, new Scope("cn-north-4", PROJECT, "d-1", null)),
                        new SourceId(
                                "prod-cluster",
                                Kind.CLUSTER_EVENT,
                                new Scope("cn-north-4", PROJECT, null, new Cluster("c-1", null, null))),
                        new SourceId("registry", Kind.REGISTRY_AUDIT, new Scope("cn-north-4", PROJECT, "r-1", null)));
    }

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

    @Test
    void aSourceMayDifferFromItsAccountInRegionAndProject() {
        Configured configured = Configured.fourSources()
                .with("sources.images.region", "eu-west-101")
                .with("sources.images.project-id", "p-2");
        assertThat(configured.resolved("images").id().scope()).isEqualTo(new Scope("eu-west-101", "p-2", null, null));
        assertThat(configured.resolved("images").endpoint())
                .isEqualTo(URI.create("https://hss.eu-west-101.myhuaweicloud.eu"));
    }

    @Test
    void anEndpointIsTakenWithoutItsLastSlash() {
        Configured configured = Configured.fourSources()
                .with("allow-plain-http", "true")
                .with("sources.images.endpoint", "http://localhost:8480/hss//")
                .with("sources.registry.endpoint", "https://swr.example/");
        assertThat(configured.resolved("images").endpoint()).isEqualTo(URI.create("http://localhost:8480/hss"));
        assertThat(configured.resolved("registry").endpoint()).isEqualTo(URI.create("https://swr.example"));
    }

    @Test
    void anUnknownRegionWorksWithEndpoints() {
        Configured configured = Configured.fourSources()
                .with("sources.images.region", "xx-nowhere-1")
                .with("sources.images.endpoint", "https://hss.nowhere.example");
        assertThat(configured.resolved("images").id().scope().region()).isEqualTo("xx-nowhere-1");
    }

    @Test
    void anEnterpriseProjectIsForClusters() {
        Configured configured =
                Configured.fourSources().with("sources.prod-cluster.enterprise-project-id", "all_granted_eps");
        assertThat(configured.resolved("prod-cluster").enterpriseProject()).isEqualTo("all_granted_eps");
        assertThat(configured.resolved("images").enterpriseProject()).isNull();
    }

    @Test
    void anAccountLogsInByKeyPair() {
        Configured configured = Configured.fourSources();
        assertThat(configured.resolved("images").account())
                .isEqualTo(new Account("default", new Login.KeyPair("AKEXAMPLE", "SKEXAMPLE", null)));
        assertThat(configured
                        .with("accounts.default.security-token", "st")
                        .resolved("images")
                        .account()
                        .login())
                .isEqualTo(new Login.KeyPair("AKEXAMPLE", "SKEXAMPLE", "st"));
    }

    @Test
    void anAccountLogsInByToken() {
        Configured configured = Configured.fourSources()
                .with("sources.images.account", "other")
                .with("accounts.other.region", "cn-east-3")
                .with("accounts.other.project-id", "p-3")
                .with("accounts.other.token", "t");
        assertThat(configured.resolved("images").account()).isEqualTo(new Account("other", new Login.Token("t")));
        assertThat(configured.resolved("images").id().scope()).isEqualTo(new Scope("cn-east-3", "p-3", null, null));
    }

    @Test
    void anAccountLogsInByPasswordAtTheIamOfTheSourcesRegion() {
        Configured configured = Configured.fourSources()
                .without("accounts.default.access-key")
                .without("accounts.default.secret-key")
                .with("accounts.default.username", "u")
                .with("accounts.default.password", "p w")
                .with("accounts.default.domain", "d");
        assertThat(configured.resolved("images").account().login())
                .isEqualTo(new Login.Password(URI.create("https://iam.cn-north-4.myhuaweicloud.com"), "u", "p w", "d"));
        assertThat(configured
                        .with("accounts.default.iam-endpoint", "https://iam.example/")
                        .resolved("images")
                        .account()
                        .login())
                .isEqualTo(new Login.Password(URI.create("https://iam.example"), "u", "p w", "d"));
    }

    @Test
    void nothingResolvedShowsASecret() {
        Configured configured = Configured.fourSources()
                .with("accounts.default.access-key", "hidden")
                .with("accounts.default.secret-key", "hidden")
                .with("accounts.default.security-token", "hidden");
        assertThat(configured.resolved().toString()).doesNotContain("hidden");
        assertThat(new Login.Token("hidden").toString()).doesNotContain("hidden");
        assertThat(new Login.Password(URI.create("https://iam"), "hidden", "hidden", "d").toString())
                .doesNotContain("hidden");
    }
}
