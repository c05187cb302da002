package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The images fit the pod that runs them. Building them needs what the Dockerfiles say. */
class DockerfilesTest {

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void theImageRunsAsThePodDoes(Path dockerfile) throws IOException {
        assertThat(last(dockerfile, "USER"))
                .isEqualTo(pod().at("/securityContext/runAsUser").asText());
    }

    /** Quarkus looks for its configuration below the directory it is started in. */
    @ParameterizedTest
    @MethodSource("dockerfiles")
    void theConfigurationIsMountedWhereTheImageIsStarted(Path dockerfile) throws IOException {
        assertThat(pod().at("/containers/0/volumeMounts").findValuesAsText("mountPath"))
                .contains(last(dockerfile, "WORKDIR") + "/config");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void portsAreThePods(Path dockerfile) throws IOException {
        assertThat(last(dockerfile, "EXPOSE").split(" "))
                .containsExactlyInAnyOrderElementsOf(pod().findValuesAsText("containerPort"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void theImageSaysWhatItIsAndWhatItIsMadeOf(Path dockerfile) throws IOException {
        assertThat(Files.readString(dockerfile))
                .contains("org.opencontainers.image.title=", "org.opencontainers.image.licenses=");
        assertThat(all(dockerfile, "FROM"))
                .isNotEmpty()
                .allMatch(image -> image.matches("\\S+:(?!latest)\\S+( AS \\w+)?"));
    }

    /** What is copied from outside, by its first directory: .dockerignore keeps all else from the builder. */
    @ParameterizedTest
    @MethodSource("dockerfiles")
    void whatIsCopiedIsLetThrough(Path dockerfile) throws IOException {
        List<String> letThrough = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(copied(dockerfile))
                .isNotEmpty()
                .allMatch(path ->
                        letThrough.stream().anyMatch(open -> path.startsWith(open) || open.startsWith(path + "/")));
    }

    static List<Path> dockerfiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/docker"))) {
            return files.sorted().toList();
        }
    }

    private static List<String> copied(Path dockerfile) throws IOException {
        return all(dockerfile, "COPY").stream()
                .filter(copy -> !copy.startsWith("--from"))
                .map(copy -> copy.replaceAll("--\\S+ ", ""))
                .flatMap(copy -> Stream.of(copy.split(" ")).limit(copy.split(" ").length - 1))
                .toList();
    }

    private static String last(Path dockerfile, String instruction) throws IOException {
        List<String> all = all(dockerfile, instruction);
        return all.get(all.size() - 1);
    }

    private static List<String> all(Path dockerfile, String instruction) throws IOException {
        return Pattern.compile("(?m)^" + instruction + " (.*)$")
                .matcher(Files.readString(dockerfile))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static JsonNode pod() throws IOException {
        return new YAMLMapper()
                .readTree(Manifests.ROOT.resolve("base/deployment.yaml").toFile())
                .at("/spec/template/spec");
    }
}
