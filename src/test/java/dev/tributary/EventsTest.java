package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One small world, one row of each list a minute apart, through the front door. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class EventsTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=2026-01-10T10:00:00Z&to=2026-01-10T11:00:00Z";

    @BeforeEach
    void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(at(1)).with("event_name", "Pull")));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(at(2)).with("event_type", "Warning")));
        simulator.plays(World.list(Operation.PULL), Population.of(Row.registryAudit(3, at(3))));
        simulator.plays(World.list(Operation.DELETE), Population.of(Row.registryAudit(4, at(4))));
        simulator.plays(World.list(Operation.CREATE), Population.of(Row.registryAudit(5, at(5))));
        simulator.plays(
                World.database(), Population.of(Row.databaseAudit(at(0), at(6)).with("name", "file")));
    }

    @Test
    void eventsOfFourKindsStandInOneOrderNewestFirst() {
        Reply answer = api.get(HOUR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events())
                .extracting(event -> event.path("source").asText())
                .containsExactly("orders-db", "registry", "registry", "registry", "prod-cluster", "images");
        assertThat(answer.events())
                .extracting(event -> event.path("time").asText())
                .containsExactly(
                        "2026-01-10T10:06:00.000Z",
                        "2026-01-10T10:05:00.000Z",
                        "2026-01-10T10:04:00.000Z",
                        "2026-01-10T10:03:00.000Z",
                        "2026-01-10T10:02:00.000Z",
                        "2026-01-10T10:01:00.000Z");
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.json().has("next")).isFalse();
        assertThat(answer.json().path("reached").asText()).isEqualTo("2026-01-10T10:00:00.000Z");
        assertThat(answer.http().headers().firstValue("Tributary-Complete")).contains("true");
    }

    /** All six calls wait at the simulator until they have met: were one of them made later, none would be answered. */
    @Test
    void allSourcesAndTheRegistrysThreeListsAreAskedAtTheSameTime() {
        Fault meeting = Fault.together(6);
        List.of(
                        dev.tributary.simulator.api.Api.IMAGE_LOG,
                        dev.tributary.simulator.api.Api.CLUSTER_EVENT,
                        dev.tributary.simulator.api.Api.REGISTRY_AUDIT,
                        dev.tributary.simulator.api.Api.DATABASE_AUDIT)
                .forEach(upstream -> simulator.fault(upstream, Calls.all(), meeting));
        assertThat(api.get(HOUR).json().path("complete").asBoolean()).isTrue();
        assertThat(simulator.requests().mostAtOnce()).isEqualTo(6);
        assertThat(simulator.requests().all()).hasSize(6);
    }

    @Test
    void aPageSaysWhereTheNextBegins() {
        Reply page = api.get(HOUR + "&limit=4");
        assertThat(page.events()).hasSize(4);
        assertThat(page.json().path("reached").asText()).isEqualTo("2026-01-10T10:03:00.000Z");
        String next = page.json().path("next").asText();
        assertThat(page.http().headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
        assertThat(api.get(next).events())
                .extracting(event -> event.path("source").asText())
                .containsExactly("prod-cluster", "images");
    }

    @Test
    void whatCannotMatchIsNotAsked() {
        Reply answer = api.get(HOUR + "&kind=image-log&kind=cluster-*");
        assertThat(answer.events()).hasSize(2);
        assertThat(answer.source("registry").path("status").asText()).isEqualTo("skipped");
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(simulator.requests().all()).hasSize(2);
    }

    @Test
    void filtersAreAppliedHereAndNeverUpstream() {
        Reply answer = api.get(HOUR + "&severity=warning&action=!pull");
        assertThat(answer.events())
                .singleElement()
                .satisfies(event -> assertThat(event.path("source").asText()).isEqualTo("prod-cluster"));
        assertThat(simulator.requests().all())
                .allSatisfy(seen -> assertThat(seen.wire().uri()).doesNotContain("severity", "event_type", "action"));
    }

    @Test
    void rawIsTheUpstreamsRecordWhenAskedFor() {
        JsonNode event = api.get(HOUR + "&kind=image-log&include=raw").events().get(0);
        assertThat(event.path("raw")).hasToString("{\"time\":1768039260000,\"event_name\":\"Pull\"}");
        assertThat(event.path("action").asText()).isEqualTo("pull");
        assertThat(event.path("attributes").path("event_name").asText()).isEqualTo("Pull");
    }

    @Test
    void aRecordWithoutAUsableTimeIsCountedAndNamed() {
        Row broken = Row.imageLog(at(7)).with("time", "yesterday");
        simulator.plays(World.images(), Population.of(Row.imageLog(at(1)), broken));
        Reply answer = api.get(HOUR);
        assertThat(answer.source("images").path("unreadable").asInt()).isEqualTo(1);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
    }

    @Test
    void equalRowsOfOneAnswerAreOneEvent() {
        Row row = Row.imageLog(at(1)).with("content", "twice");
        simulator.plays(World.images(), Population.of(row, row));
        List<JsonNode> events = api.get(HOUR + "&source=images").events();
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(
                                event.path("attributes").path("repeated").asInt())
                        .isEqualTo(2));
    }

    @Test
    void theAnswerIsCompressedForWhoAsks() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url).resolve(HOUR))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-01-10T10:00:00Z").plusSeconds(60L * minute);
    }
}
