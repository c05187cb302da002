package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.http.CallersConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.Fault;
import dev.tributary.upstream.UpstreamConfig;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedVariablesTest {
    private final Set<String> keys = KnownKeys.of(
            Configured.fourSources().as(UpstreamConfig.class),
            Configured.fourSources().as(CallersConfig.class),
            Configured.fourSources().properties());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRIBUTARY_TIMEOUT",
                "TRIBUTARY_MAX_WINDOW",
                "TRIBUTARY_DEADLINE",
                "TRIBUTARY_ANONYMOUS_ACCESS",
                "TRIBUTARY_MAX_RESPONSE_BYTES",
                "TRIBUTARY_BREAKER_RATIO",
                "TRIBUTARY_SOURCES_PROD_CLUSTER_CLUSTER_ID",
                "TRIBUTARY_SOURCES_PROD_CLUSTER_BREAKER_WINDOW",
                "TRIBUTARY_SOURCES_IMAGES_KIND",
                "TRIBUTARY_SOURCES_ORDERS_DB_LOOKBACK",
                "TRIBUTARY_ACCOUNTS_DEFAULT_ACCESS_KEY",
                "tributary_timeout"
            })
    void theseSetAKey(String variable) {
        assertThat(faults(variable)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRIBUTARY_TIMEOUTS",
                "TRIBUTARY_TIME_OUT",
                "TRIBUTARY_SOURCES",
                "TRIBUTARY_",
                "tributary_timeouts",
                "TRIBUTARY_SOURCES_PROD_CLUSTER_CLUSTERID",
                "TRIBUTARY_SOURCES_PRODCLUSTER_CLUSTER_ID",
                "TRIBUTARY_SOURCES_STAGING_CLUSTER_ID",
                "TRIBUTARY_ACCOUNTS_OTHER_ACCESS_KEY",
                "TRIBUTARY_SOURCES_DEFAULT_KIND",
                "TRIBUTARY_ACCOUNTS_IMAGES_TOKEN",
                "TRIBUTARY_ACCESS_KEY"
            })
    void theseSetNothing(String variable) {
        assertThat(faults(variable)).extracting(Fault::key).containsExactly(variable);
    }

    @Test
    void variablesOfOthersAreNoneOfOurs() {
        assertThat(faults("PATH", "QUARKUS_HTTP_PORT", "XTRIBUTARY_TIMEOUTS", "TRIBUTARYTIMEOUTS"))
                .isEmpty();
    }

    /** In a pod beside Services named tributary and tributary-db. */
    @Test
    void whatKubernetesTellsOfServicesIsNoFault() {
        assertThat(faults(
                        "TRIBUTARY_SERVICE_HOST",
                        "TRIBUTARY_SERVICE_PORT",
                        "TRIBUTARY_SERVICE_PORT_HTTP",
                        "TRIBUTARY_PORT",
                        "TRIBUTARY_PORT_8080_TCP",
                        "TRIBUTARY_PORT_8080_TCP_ADDR",
                        "TRIBUTARY_DB_SERVICE_HOST",
                        "TRIBUTARY_DB_PORT"))
                .isEmpty();
    }

    /** Its variables look like those of a service named tributary, whose host is not among them. */
    @Test
    void aServiceNamedLikeAVariableIsNoFault() {
        assertThat(faults("TRIBUTARY_SERVICE_SERVICE_HOST", "TRIBUTARY_SERVICE_SERVICE_PORT", "TRIBUTARY_SERVICE_PORT"))
                .isEmpty();
    }

    @Test
    void aMistypedPortIsAFaultWhereThereIsNoService() {
        assertThat(faults("TRIBUTARY_PORT", "TRIBUTARY_DB_SERVICE_HOST"))
                .extracting(Fault::key)
                .containsExactly("TRIBUTARY_PORT");
    }

    private List<Fault> faults(String... variables) {
        return new UnusedVariables(Set.of(variables), keys).faults();
    }
}
