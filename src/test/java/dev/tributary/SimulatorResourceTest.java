package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test says to its simulator, the application's upstream answers: they are one and the same. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class SimulatorResourceTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";

    @InjectSimulator
    Simulator simulator;

    @ConfigProperty(name = "simulator.url")
    String url;

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @Test
    void theApplicationsUpstreamPlaysWhatTheTestSays() throws IOException, InterruptedException {
        Identity images = new Identity.ImageLog(PROJECT);
        simulator.plays(images, Population.of(Row.imageLog(Instant.parse("2026-01-01T00:00:00Z"))));

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/v5/" + PROJECT + "/container/image/events"))
                                .header("X-Auth-Token", SimulatorResource.TOKEN)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("{\"total_num\":1,\"data_list\":[{\"time\":1767225600000}]}");
        assertThat(simulator.requests().of(images)).hasSize(1);
    }
}
