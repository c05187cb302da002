package dev.tributary.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code k8s/components/shared}, as its files stand; needs no kubectl. */
class SharedComponentTest {
    private V1PodSpec pod;
    private Map<String, String> variables;

    @BeforeEach
    void read() throws IOException {
        pod = in("components/shared/deployment.yaml")
                .only(V1Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
        variables = container().getEnv().stream().collect(toMap(V1EnvVar::getName, V1EnvVar::getValue));
    }

    @Test
    void thePasswordIsAFileOfTheMountedSecret() {
        assertThat(container().getVolumeMounts()).singleElement().satisfies(mount -> {
            assertThat(variables.get("TRIBUTARY_SHARED_PASSWORD_FILE")).startsWith(mount.getMountPath() + "/");
            assertThat(pod.getVolumes()).singleElement().satisfies(volume -> {
                assertThat(volume.getName()).isEqualTo(mount.getName());
                assertThat(volume.getSecret().getOptional()).isNull();
            });
        });
    }

    @Test
    void theStoreIsReachedByTlsThroughThePortThatThePolicyOpens() throws IOException {
        URI store = URI.create(variables.get("TRIBUTARY_SHARED_URL"));
        assertThat(store).hasScheme("rediss");
        Network network = new Network(in("components/shared/networkpolicy.yaml").all(V1NetworkPolicy.class));
        assertThat(network.portsOpenedOutward()).containsExactly(Integer.toString(store.getPort()));
        assertThat(network.letsOut("100.125.0.1", store.getPort())).isFalse();
    }

    /** All replicas together ask as often as one alone, and each a part of that while the store is in trouble. */
    @Test
    void thePaceIsWhole() throws IOException {
        int most = in("overlays/production/horizontalpodautoscaler.yaml")
                .only(V2HorizontalPodAutoscaler.class)
                .getSpec()
                .getMaxReplicas();
        assertThat(variables)
                .containsEntry("TRIBUTARY_SHARED_REPLICAS", Integer.toString(most))
                .containsEntry("TRIBUTARY_REQUESTS_PER_SECOND", "20")
                .containsEntry("TRIBUTARY_BURST", "40");
    }

    private V1Container container() {
        return pod.getContainers().get(0);
    }

    private static Manifests in(String file) throws IOException {
        return Manifests.of(Files.readString(Manifests.ROOT.resolve(file)));
    }
}
