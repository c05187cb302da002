package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.wire.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The bodies printed in the vendor's pages, letter for letter, through client and normaliser to the answer. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class DocumentedBodiesTest extends FrontDoorTest {

    @Test
    void imageLog() throws IOException {
        simulator.fault(Api.IMAGE_LOG, Calls.all(), saying("image-log", "\"total_num\" : 21", "\"total_num\" : 1"));
        assertThat(events("images", "2025-01-21")).singleElement().satisfies(event -> {
            assertThat(event.path("id").asText()).isEqualTo("17c4b87698262f50dc01b6fd8daa1050");
            assertThat(event.path("time").asText()).isEqualTo("2025-01-21T13:20:50.731Z");
        });
    }

    /** Its time lies in the future, and its line number is a number where the page says text. */
    @Test
    void clusterEvent() throws IOException {
        simulator.fault(Api.CLUSTER_EVENT, Calls.all(), saying("cluster-event", " ", " "));
        assertThat(events("prod-cluster", "2027-06-27")).singleElement().satisfies(event -> {
            assertThat(event.path("id").asText()).isEqualTo("60e91bf4549ef9c4e908c28ecfeccf1d");
            assertThat(event.path("attributes").path("line_num")).hasToString("12345");
        });
    }

    @Test
    void registryAudit() throws IOException {
        simulator.plays(World.list(Operation.PULL), Population.empty());
        simulator.fault(World.list(Operation.PULL), Calls.all(), saying("registry-audit", " ", " "));
        assertThat(events("registry", "2020-12-24"))
                .extracting(event -> event.path("attributes").path("id").asInt())
                .containsExactly(138, 137, 136);
    }

    @Test
    void databaseAudit() throws IOException {
        simulator.fault(Api.DATABASE_AUDIT, Calls.all(), saying("database-audit", " ", " "));
        assertThat(events("orders-db", "2019-11-06")).singleElement().satisfies(event -> {
            assertThat(event.path("time").asText()).isEqualTo("2019-11-06T02:39:15.000Z");
            assertThat(event.path("attributes").path("sizeBytes")).hasToString("20973400");
        });
    }

    private List<JsonNode> events(String source, String day) {
        String window = "from=" + day + "T00:00:00Z&to=" + day + "T23:59:59Z";
        return api.get("/events?" + window + "&source=" + source).events();
    }

    /** @param sent stands in the body; its example of image-log shows one of 21 rows, which would prove nothing */
    private static Fault saying(String kind, String sent, String instead) throws IOException {
        try (InputStream body =
                DocumentedBodiesTest.class.getResourceAsStream("/upstream/documented/" + kind + ".json")) {
            String text = new String(Objects.requireNonNull(body).readAllBytes(), StandardCharsets.UTF_8);
            return Fault.saying(Reply.text(200, "application/json", text.replace(sent, instead)));
        }
    }
}
