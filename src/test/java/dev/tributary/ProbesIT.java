package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probes of the pod ask for something that the packaged service has. */
class ProbesIT {
    @TempDir
    Path directory;

    @Test
    void everyProbeIsAnswered() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorSettings.onAFreePort());
                PackagedService service =
                        PackagedService.start(directory, PackagedService.fourSourcesAt(simulator.url()), Map.of())) {
            assertThat(paths())
                    .hasSize(3)
                    .allSatisfy(path ->
                            assertThat(service.management().get(path).status()).isEqualTo(200));
        }
    }

    private static List<String> paths() throws IOException {
        JsonNode deployment =
                new YAMLMapper().readTree(Path.of("k8s/base/deployment.yaml").toFile());
        return deployment.findValues("httpGet").stream()
                .map(probe -> probe.path("path").asText())
                .toList();
    }
}
