package dev.tributary.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.util.Yaml;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Manifests, read strictly: a field that Kubernetes does not know, or a value of the wrong type, is refused. */
record Manifests(List<KubernetesObject> objects) {
    static final Path ROOT = Path.of("k8s");

    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What kustomize puts together in a directory. */
    static Manifests assembled(Path directory) throws IOException, InterruptedException {
        return of(Tool.KUBECTL.run("kustomize", directory.toString()));
    }

    static Manifests of(String yaml) throws IOException {
        return new Manifests(Stream.of(yaml.split("(?m)^---$"))
                .filter(document -> !document.isBlank())
                .map(Manifests::read)
                .toList());
    }

    // Kubernetes' own library does not know the types of Prometheus' operator.
    private static KubernetesObject read(String document) {
        try {
            return switch (STRICT.readTree(document).path("kind").asText()) {
                case "PrometheusRule" -> STRICT.readValue(document, PrometheusRule.class);
                case "ServiceMonitor" -> STRICT.readValue(document, ServiceMonitor.class);
                default -> known(Yaml.load(document));
            };
        } catch (IOException e) {
            throw new AssertionError("not readable:\n" + document, e);
        }
    }

    // What has no type of its own there comes as a mere map.
    private static KubernetesObject known(Object read) {
        if (read instanceof KubernetesObject object && !(read instanceof DynamicKubernetesObject)) {
            return object;
        }
        throw new AssertionError("of no type that Kubernetes knows: " + read);
    }

    /** Every file that describes something to Kubernetes; patches too, which are parts of such. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !isKustomization(file))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Manifests::isKustomization).sorted().toList();
        }
    }

    private static boolean isKustomization(Path file) {
        return file.endsWith("kustomization.yaml");
    }

    /** The only one of its type. */
    <T> T only(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", not " + found.size());
        }
        return found.get(0);
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
