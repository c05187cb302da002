package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files below {@code k8s}, one by one, as they stand; needs no kubectl. */
class ManifestFilesTest {

    @ParameterizedTest
    @MethodSource("files")
    void everyManifestIsOfATypeAndHasFieldsThatAreKnown(Path file) throws IOException {
        assertThat(Manifests.of(Files.readString(file)).objects()).hasSize(1);
    }

    static List<Path> files() throws IOException {
        return Manifests.files();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {prots: []}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: eighty}]}}",
                "{apiVersion: v1, kind: Servcie, metadata: {name: a}}",
                "{apiVersion: v1, kind: Service, kind: Service, metadata: {name: a}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {endpoint: []}}"
            })
    void typosAreNoticed(String manifest) {
        assertThatThrownBy(() -> Manifests.of(manifest)).isInstanceOf(Throwable.class);
    }

    /** kubectl would say so too, but it is not everywhere. */
    @ParameterizedTest
    @MethodSource("kustomizations")
    void everyFileThatAKustomizationNamesIsThereAndNoFileIsForgotten(Path kustomization) throws IOException {
        Path directory = kustomization.getParent();
        List<Path> named = named(new YAMLMapper().readTree(kustomization.toFile()))
                .map(name -> directory.resolve(name).normalize())
                .toList();
        assertThat(named).allMatch(Files::exists);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(named)
                    .containsAll(
                            files.filter(file -> !file.equals(kustomization)).toList());
        }
    }

    static List<Path> kustomizations() throws IOException {
        return Manifests.kustomizations();
    }

    private static Stream<String> named(JsonNode kustomization) {
        return Stream.of(
                        kustomization.path("resources").valueStream().map(JsonNode::asText),
                        kustomization.path("components").valueStream().map(JsonNode::asText),
                        kustomization
                                .path("patches")
                                .valueStream()
                                .map(patch -> patch.path("path").asText()),
                        kustomization
                                .path("configMapGenerator")
                                .valueStream()
                                .flatMap(map -> map.path("files").valueStream())
                                .map(file -> file.asText().replaceFirst("^[^=]*=", "")))
                .flatMap(names -> names);
    }
}
