package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code kubectl apply -k} sends of each overlay. */
class OverlaysTest {
    /** The default of {@code tributary.deadline}. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource
    void theContainerHasNoRightThatItDoesNotNeed(Overlay overlay) throws Exception {
        V1SecurityContext rights = Assembled.of(overlay).container().getSecurityContext();
        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(rights.getCapabilities().getAdd()).isNullOrEmpty();
        assertThat(rights.getPrivileged()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void thePodRunsAsAUserThatIsNotRootAndKnowsNothingOfKubernetes(Overlay overlay) throws Exception {
        V1PodSpec pod = Assembled.of(overlay).pod();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
    }

    @ParameterizedTest
    @EnumSource
    void memoryIsLimitedAndTheProcessorIsNot(Overlay overlay) throws Exception {
        V1Container container = Assembled.of(overlay).container();
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsOnlyKeys("memory");
    }

    @ParameterizedTest
    @EnumSource
    void portsAreTheServices(Overlay overlay) throws Exception {
        V1Container container = Assembled.of(overlay).container();
        assertThat(container.getPorts())
                .extracting(V1ContainerPort::getName, V1ContainerPort::getContainerPort)
                .containsExactlyInAnyOrder(tuple("http", 8080), tuple("management", 9000));
    }

    @ParameterizedTest
    @EnumSource
    void probesAskTheManagementPort(Overlay overlay) throws Exception {
        assertThat(Assembled.of(overlay).probes())
                .hasSize(3)
                .allSatisfy(probe -> assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management")));
    }

    /** First the pod leaves the endpoints, then what is under way ends. */
    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayEndsWithinTheGracePeriod(Overlay overlay) throws Exception {
        Assembled assembled = Assembled.of(overlay);
        Duration leaving = assembled.duration("quarkus.shutdown.delay");
        Duration ending = assembled.duration("quarkus.shutdown.timeout");
        assertThat(leaving).isPositive();
        assertThat(ending).isGreaterThan(DEADLINE);
        assertThat(leaving.plus(ending).toSeconds()).isLessThan(assembled.pod().getTerminationGracePeriodSeconds());
    }

    @ParameterizedTest
    @EnumSource
    void theServiceLeadsToTheApiAndNotToManagement(Overlay overlay) throws Exception {
        V1Service service = Assembled.of(overlay).service("tributary");
        assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getPort()).isEqualTo(80);
            assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everySelectorFindsThePods(Overlay overlay) throws Exception {
        Assembled assembled = Assembled.of(overlay);
        assertThat(assembled.selectors())
                .hasSizeGreaterThanOrEqualTo(6) // Deployment, Service, budget, policy, two spreads
                .allSatisfy(selector -> assertThat(assembled.labelsOfPods())
                        .containsAllEntriesOf(selector)
                        .isNotEmpty());
    }

    /** A mount without its volume, or a name without its hash, would be seen only when pods do not start. */
    @ParameterizedTest
    @EnumSource
    void whatThePodRefersToIsThere(Overlay overlay) throws Exception {
        Assembled assembled = Assembled.of(overlay);
        assertThat(assembled.container().getVolumeMounts())
                .extracting(V1VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(assembled.volumes().keySet());
        assertThat(assembled.volumes().get("config").getConfigMap().getName())
                .isEqualTo(assembled.configMap().getMetadata().getName());
        assertThat(assembled.pod().getServiceAccountName())
                .isEqualTo(assembled
                        .manifests()
                        .only(V1ServiceAccount.class)
                        .getMetadata()
                        .getName());
    }

    @ParameterizedTest
    @EnumSource
    void theConfigurationLiesWhereTheImagesAreStarted(Overlay overlay) throws Exception {
        assertThat(Assembled.of(overlay).mountPath("config")).isEqualTo("/opt/tributary/config");
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsInTheNamespaceThatComesWithIt(Overlay overlay) throws Exception {
        Assembled assembled = Assembled.of(overlay);
        V1Namespace namespace = assembled.manifests().only(V1Namespace.class);
        assertThat(assembled.namespaces())
                .containsExactly(namespace.getMetadata().getName());
    }

    @ParameterizedTest
    @EnumSource
    void theNetworkIsClosedButForWhatIsNeeded(Overlay overlay) throws Exception {
        Network network = Assembled.of(overlay).network();
        assertThat(network.portsOpenedInward()).containsExactlyInAnyOrder("http", "management");
        assertThat(network.letsOut("100.125.0.1", 443)).isTrue();
        assertThat(network.letsOut("100.125.0.1", 80)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void tracesAreSentOnlyWhereThereIsACollector(Overlay overlay) throws Exception {
        Map<String, String> onlyThere = overlay == Overlay.PRODUCTION_WITH_ALL_COMPONENTS
                ? Map.of(
                        "QUARKUS_OTEL_SDK_DISABLED",
                        "false",
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://collector.observability:4318")
                : Map.of();
        assertThat(Stream.ofNullable(Assembled.of(overlay).container().getEnv())
                        .flatMap(List::stream)
                        .filter(variable -> variable.getName().startsWith("QUARKUS_OTEL"))
                        .collect(Collectors.toMap(V1EnvVar::getName, V1EnvVar::getValue)))
                .isEqualTo(onlyThere);
    }

    /** Who reaches it has the node's rights in the cloud. */
    @ParameterizedTest
    @EnumSource
    void theCredentialServiceIsReachedOnlyWhereAnAgencyIsUsed(Overlay overlay) throws Exception {
        Network network = Assembled.of(overlay).network();
        assertThat(network.letsOut("169.254.169.254", 80)).isEqualTo(overlay == Overlay.PRODUCTION_WITH_ALL_COMPONENTS);
        assertThat(network.letsOut("169.254.169.254", 443)).isFalse();
    }
}
