package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kubernetes and Prometheus ask of a pod, the packaged service has. */
class ProbesIT {
    private static final Path MANIFESTS = Path.of("k8s");

    @TempDir
    Path directory;

    @Test
    void everyProbeIsAnsweredAndEveryScrape() throws IOException, InterruptedException {
        List<JsonNode> asked = new ArrayList<>(in("base/deployment.yaml").findValues("httpGet"));
        in("components/monitoring/servicemonitor.yaml").at("/spec/endpoints").forEach(asked::add);
        assertThat(asked).hasSize(4);
        try (Simulator simulator = Simulator.start(SimulatorSettings.onAFreePort());
                PackagedService service =
                        PackagedService.start(directory, PackagedService.fourSourcesAt(simulator.url()), Map.of())) {
            for (JsonNode one : asked) {
                String path = one.path("path").asText();
                assertThat(Http.get(service.managementUrl(), path, Map.of()).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    private static JsonNode in(String file) throws IOException {
        return new YAMLMapper().readTree(MANIFESTS.resolve(file).toFile());
    }
}
