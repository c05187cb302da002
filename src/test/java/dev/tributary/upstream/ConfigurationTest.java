package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Cluster;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.auth.PodIdentity;
import java.net.URI;
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
        assertThat(configured.resolved("images").account().name()).isEqualTo("default");
        assertThat(configured.resolved("images").account().login())
                .isEqualTo(new Login.KeyPair("AKEXAMPLE", "SKEXAMPLE", null));
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
        assertThat(configured.resolved("images").account().name()).isEqualTo("other");
        assertThat(configured.resolved("images").account().login()).isEqualTo(new Login.Token("t"));
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
    void anAccountLogsInByTheAgencyOfItsMachine() {
        Configured configured = agency();
        assertThat(configured.resolved("images").account().login())
                .isEqualTo(new Login.Agency(URI.create("http://169.254.169.254"), null));
        assertThat(configured
                        .with("accounts.default.metadata-endpoint", "http://169.254.1.1:8080/")
                        .resolved("images")
                        .account()
                        .login())
                .isEqualTo(new Login.Agency(URI.create("http://169.254.1.1:8080"), null));
    }

    @Test
    void anAgencyKnowsThePodsIdentityByTheVariablesThatCceSets() {
        Configured configured = agency().withVariable(
                        "HC_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials")
                .withVariable("HC_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/run/token");
        assertThat(configured.resolved("images").account().login())
                .isEqualTo(new Login.Agency(
                        URI.create("http://169.254.169.254"),
                        new PodIdentity(URI.create("http://169.254.170.23/v1/credentials"), "/var/run/token")));
    }

    private static Configured agency() {
        return Configured.fourSources()
                .without("accounts.default.access-key")
                .without("accounts.default.secret-key")
                .with("accounts.default.agency", "true");
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
