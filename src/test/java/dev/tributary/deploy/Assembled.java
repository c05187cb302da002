package dev.tributary.deploy;

import static java.util.stream.Collectors.toMap;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An overlay, and what its parts say together. */
record Assembled(Manifests manifests) {
    private static final String CONFIGURATION = "application.properties";

    static Assembled of(Overlay overlay) throws IOException, InterruptedException {
        return new Assembled(overlay.manifests());
    }

    V1Deployment deployment() {
        return manifests.only(V1Deployment.class);
    }

    V1PodSpec pod() {
        return deployment().getSpec().getTemplate().getSpec();
    }

    V1Container container() {
        return pod().getContainers().get(0);
    }

    List<V1Probe> probes() {
        return Stream.of(
                        container().getStartupProbe(),
                        container().getReadinessProbe(),
                        container().getLivenessProbe())
                .filter(Objects::nonNull)
                .toList();
    }

    V1Service service(String name) {
        return manifests.all(V1Service.class).stream()
                .filter(service -> service.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Map<String, String> labelsOfPods() {
        return deployment().getSpec().getTemplate().getMetadata().getLabels();
    }

    /** Of everything that is about the pods. */
    List<Map<String, String>> selectors() {
        return Stream.of(
                        Stream.of(deployment().getSpec().getSelector().getMatchLabels()),
                        pod().getTopologySpreadConstraints().stream()
                                .map(spread -> spread.getLabelSelector().getMatchLabels()),
                        manifests.all(V1Service.class).stream()
                                .map(service -> service.getSpec().getSelector()),
                        manifests.all(V1PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector().getMatchLabels()),
                        manifests.all(V1NetworkPolicy.class).stream()
                                .map(policy -> policy.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(selectors -> selectors)
                .map(selector -> selector == null ? Map.<String, String>of() : selector)
                .toList();
    }

    Map<String, V1Volume> volumes() {
        return pod().getVolumes().stream().collect(toMap(V1Volume::getName, Function.identity()));
    }

    String mountPath(String volume) {
        return mounts(volume::equals).findFirst().orElseThrow();
    }

    List<String> secretMounts() {
        return mounts(name -> volumes().get(name).getSecret() != null).toList();
    }

    private Stream<String> mounts(Predicate<String> volume) {
        return container().getVolumeMounts().stream()
                .filter(mount -> volume.test(mount.getName()))
                .map(V1VolumeMount::getMountPath);
    }

    V1ConfigMap configMap() {
        return manifests.all(V1ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey(CONFIGURATION))
                .findFirst()
                .orElseThrow();
    }

    /** What the service reads. */
    Map<String, String> configuration() {
        return Configurations.parsed(configMap().getData().get(CONFIGURATION));
    }

    Duration duration(String key) {
        return DurationConverter.parseDuration(configuration().get(key));
    }

    List<String> filesInTheConfiguration() {
        return configuration().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith("-file"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The namespace itself is in none. */
    Set<String> namespaces() {
        return manifests.objects().stream()
                .filter(object -> !(object instanceof V1Namespace))
                .map(KubernetesObject::getMetadata)
                .map(metadata -> String.valueOf(metadata.getNamespace()))
                .collect(Collectors.toSet());
    }

    Network network() {
        return new Network(manifests.all(V1NetworkPolicy.class));
    }
}
