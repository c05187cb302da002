package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a configuration is told by the full key, and by no other. */
class ConfigurationFaultsTest {

    @Test
    void aConfigurationThatWorksHasNone() {
        assertThat(Configured.fourSources().faultKeys()).isEmpty();
    }

    /** Changes to a configuration that works, separated by spaces, and the keys (below {@code tributary.}) at fault. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            max-response-bytes=100                                 | max-response-bytes

            sources.x.kind=image-logs                              | sources.x.kind
            sources.registry.kind=                                 | sources.registry.kind
            sources.registry.instance-id=                          | sources.registry.instance-id
            sources.orders-db.instance-id=                         | sources.orders-db.instance-id
            sources.prod-cluster.cluster-id=                       | sources.prod-cluster.cluster-id
            sources.images.instance-id=i-1                         | sources.images.instance-id
            sources.images.cluster-id=c-1                          | sources.images.cluster-id
            sources.images.enterprise-project-id=0                 | sources.images.enterprise-project-id
            sources.registry.enterprise-project-id=0               | sources.registry.enterprise-project-id
            sources.orders-db.enterprise-project-id=0              | sources.orders-db.enterprise-project-id
            sources.orders-db.cluster-id=c-1                       | sources.orders-db.cluster-id
            sources.prod-cluster.instance-id=i-1                   | sources.prod-cluster.instance-id
            sources.registry.lookback=1d                           | sources.registry.lookback
            sources.orders-db.max-scan=10                          | sources.orders-db.max-scan
            sources.images.reorder-tolerance=1m                    | sources.images.reorder-tolerance
            sources.orders-db.reorder-tolerance=1m                 | sources.orders-db.reorder-tolerance
            sources.registry.time-unit=s                           | sources.registry.time-unit
            sources.orders-db.time-unit=ms                         | sources.orders-db.time-unit

            accounts.default.region=                               | accounts.default.region
            accounts.default.project-id=                           | accounts.default.project-id
            accounts.default.region=xx-nowhere-1                   | sources.images.endpoint sources.orders-db.endpoint sources.prod-cluster.endpoint sources.registry.endpoint
            sources.orders-db.region=eu-west-101                   | sources.orders-db.endpoint
            sources.images.project-id=../v5                        | sources.images.project-id
            sources.images.region=a/b                              | sources.images.endpoint sources.images.region
            sources.registry.instance-id=..                        | sources.registry.instance-id
            sources.registry.instance-id=a?b                       | sources.registry.instance-id
            sources.prod-cluster.cluster-id=ü                      | sources.prod-cluster.cluster-id
            sources.prod-cluster.enterprise-project-id=a&b         | sources.prod-cluster.enterprise-project-id

            sources.images.account=other                           | sources.images.account
            accounts.default.access-key= accounts.default.secret-key= | accounts.default
            accounts.default.token=abc                             | accounts.default
            accounts.default.username=u                            | accounts.default
            accounts.default.secret-key=                           | accounts.default.secret-key
            accounts.default.access-key=                           | accounts.default.access-key
            accounts.other.security-token=abc                      | accounts.other.access-key accounts.other.secret-key
            accounts.other.username=u                              | accounts.other.domain accounts.other.password
            accounts.other.token=a£b                               | accounts.other.token
            accounts.Other.token=abc                               | accounts.Other
            accounts.default.agency=true                           | accounts.default
            accounts.other.agency=true accounts.other.token=abc    | accounts.other
            accounts.other.agency=true accounts.other.security-token=abc | accounts.other
            accounts.other.agency=false                            | accounts.other
            accounts.default.metadata-endpoint=169.254.169.254     | accounts.default.metadata-endpoint
            accounts.default.metadata-endpoint=http://host?a=b     | accounts.default.metadata-endpoint
            accounts.default.pod-identity-url=http://host:0 accounts.default.pod-identity-token-file=/f | accounts.default.pod-identity-url
            accounts.default.pod-identity-url=http://host/v1       | accounts.default.pod-identity-token-file
            accounts.default.pod-identity-token-file=/f            | accounts.default.pod-identity-url

            accounts.default.iam-endpoint=http://iam.example       | accounts.default.iam-endpoint
            accounts.default.iam-endpoint=https://169.254.169.254  | accounts.default.iam-endpoint

            sources.Images.kind=image-log sources.images.kind=     | sources.Images
            sources.a--b.kind=image-log sources.images.kind=       | sources.a--b
            sources.a_b.kind=image-log sources.images.kind=        | sources.a_b
            sources.-a.kind=image-log sources.images.kind=         | sources.-a
            sources.more.kind=image-log                            | sources.more
            sources.z.kind=registry-audit sources.z.instance-id=r-1 | sources.z
            sources.a.kind=registry-audit sources.a.instance-id=r-1 | sources.registry

            sources.images.page-size=0                             | sources.images.page-size
            sources.images.page-size=201                           | sources.images.page-size
            sources.prod-cluster.page-size=201                     | sources.prod-cluster.page-size
            sources.registry.page-size=101                         | sources.registry.page-size
            sources.orders-db.page-size=101                        | sources.orders-db.page-size
            page-size=101                                          | page-size page-size
            timeout=0s                                             | timeout
            timeout=10s                                            | timeout
            sources.images.timeout=11s                             | sources.images.timeout
            connect-timeout=0s                                     | connect-timeout
            max-retries=-1                                         | max-retries
            breaker.window=0                                       | breaker.window
            sources.images.breaker.ratio=0                         | sources.images.breaker.ratio
            breaker.ratio=1.1                                      | breaker.ratio
            breaker.ratio=NaN                                      | breaker.ratio
            breaker.delay=0s                                       | breaker.delay
            concurrency=0                                          | concurrency
            requests-per-second=0                                  | requests-per-second
            burst=0                                                | burst
            sources.far.kind=image-log sources.far.project-id=p-2 sources.far.burst=41 | sources.images.burst
            sources.far.kind=image-log sources.far.project-id=p-2 sources.images.requests-per-second=9 | sources.images.requests-per-second
            max-scan=0                                             | max-scan
            read-timeout=0s                                        | read-timeout
            read-timeout=4s                                        | read-timeout
            timeout=8s sources.images.read-timeout=7s              | sources.images.read-timeout
            cache.settled-for=-PT1S                                | cache.settled-for
            cache.young-for=-PT1S                                  | cache.young-for
            cache.young-for=16m                                    | cache.young-for
            cache.young-for=2s sources.images.cache.settled-for=1s | cache.young-for
            cache.max-bytes=1000K                                  | cache.max-bytes
            reorder-tolerance=-PT1S                                | reorder-tolerance
            reorder-tolerance=25h                                  | reorder-tolerance
            time-unit=minutes                                      | time-unit
            sources.images.time-unit=MS                            | sources.images.time-unit
            settle=-PT1S                                           | settle
            overlap=-PT1S                                          | overlap
            lookback=-PT1S                                         | lookback
            lookback=29d                                           | lookback
            """)
    void aFaultIsToldByItsKey(String changes, String keys) {
        assertThat(Configured.fourSources().with(List.of(changes.split(" "))).faultKeys())
                .containsExactlyElementsOf(List.of(keys.split(" ")).stream()
                        .map("tributary."::concat)
                        .toList());
    }

    @Test
    void aNameOfMoreThan63CharactersIsTooLong() {
        String name = "a".repeat(64);
        assertThat(Configured.fourSources()
                        .without("sources.images.kind")
                        .with("sources." + name + ".kind", "image-log")
                        .faultKeys())
                .containsExactly("tributary.sources." + name);
    }

    @Test
    void aSecretWithALineBreakAtItsEndIsNoticed() {
        assertThat(Configured.fourSources()
                        .with("accounts.default.secret-key", "SKEXAMPLE\n")
                        .faultKeys())
                .containsExactly("tributary.accounts.default.secret-key");
    }

    /** Whoever reads it has to know which two keys contradict each other. */
    @Test
    void twoSpeedsForOnePaceAreToldByBothKeys() {
        Configuration.Faults faults = (Configuration.Faults) Configured.fourSources()
                .with("sources.far.kind", "image-log")
                .with("sources.far.project-id", "p-2")
                .with("sources.far.requests-per-second", "5")
                .with("requests-per-second", "6")
                .resolve();
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("tributary.requests-per-second");
            assertThat(fault.message()).contains("tributary.sources.far.requests-per-second");
        });
    }

    @Test
    void allAreToldAtOnce() {
        List<String> changes = List.of(
                "accounts.default.token=abc",
                "sources.x.kind=nonsense",
                "sources.registry.instance-id=",
                "timeout=1h",
                "sources.images.endpoint=ftp://x");
        assertThat(Configured.fourSources().with(changes).faultKeys())
                .containsExactly(
                        "tributary.accounts.default",
                        "tributary.sources.images.endpoint",
                        "tributary.sources.registry.instance-id",
                        "tributary.sources.x.kind",
                        "tributary.timeout");
    }

    @Test
    void anEmptyConfigurationLacksSources() {
        assertThat(Configured.nothing().faultKeys()).containsExactly("tributary.sources");
    }

    @Test
    void aSourceWithoutAnyAccountNamesTheDefaultOne() {
        assertThat(Configured.nothing().with("sources.images.kind", "image-log").faultKeys())
                .containsExactly("tributary.accounts.default");
    }

    @Test
    void faultsNeverShowASecret() {
        Configured configured = Configured.fourSources()
                .with("accounts.default.secret-key", "hidden secret")
                .with("accounts.default.token", "hidden token")
                .with("accounts.other.password", "hidden")
                .with("sources.images.endpoint", "https://user:hidden@host");
        assertThat(configured.faultKeys()).hasSizeGreaterThan(3);
        assertThat(configured.resolve().toString()).doesNotContain("hidden");
    }
}
