package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manifests below {@code k8s} name the ports, probes and places that the service has. */
class KubernetesManifestsTest {
    private final JsonNode configMap = manifest("configmap.yaml");
    private final JsonNode service = manifest("service.yaml");
    private final JsonNode pod = manifest("deployment.yaml").at("/spec/template/spec");
    private final JsonNode container = pod.at("/containers/0");

    @Test
    void baseConsistsOfAllManifests() {
        assertThat(manifest("kustomization.yaml").at("/resources"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("configmap.yaml", "deployment.yaml", "service.yaml");
    }

    @Test
    void serviceLeadsToThePortOfTheApi() {
        assertThat(portNamed(service.at("/spec/ports/0/targetPort"))).isEqualTo(8080);
    }

    @Test
    void probesAskForHealthOnTheManagementPort() {
        JsonNode alive = container.at("/livenessProbe/httpGet");
        JsonNode ready = container.at("/readinessProbe/httpGet");
        assertThat(alive.at("/path").asText()).isEqualTo("/q/health/live");
        assertThat(ready.at("/path").asText()).isEqualTo("/q/health/ready");
        assertThat(portNamed(alive.at("/port"))).isEqualTo(9000);
        assertThat(portNamed(ready.at("/port"))).isEqualTo(9000);
    }

    @Test
    void configurationLiesWhereQuarkusLooksForIt() {
        assertThat(configMap.at("/data").fieldNames()).toIterable().containsExactly("application.properties");
        assertThat(pod.at("/volumes/0/configMap/name")).isEqualTo(configMap.at("/metadata/name"));
        assertThat(container.at("/volumeMounts/0/name")).isEqualTo(pod.at("/volumes/0/name"));
        assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/app/config");
    }

    @Test
    void containerRunsWithoutRightsThatItDoesNotNeed() {
        JsonNode rights = container.at("/securityContext");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(rights.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(rights.at("/capabilities/drop")).extracting(JsonNode::asText).containsExactly("ALL");
        assertThat(rights.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
    }

    private int portNamed(JsonNode name) {
        return container
                .at("/ports")
                .valueStream()
                .filter(port -> port.at("/name").equals(name))
                .mapToInt(port -> port.at("/containerPort").asInt())
                .findAny()
                .orElseThrow();
    }

    private static JsonNode manifest(String file) {
        try {
            return new YAMLMapper().readTree(Path.of("k8s", file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
