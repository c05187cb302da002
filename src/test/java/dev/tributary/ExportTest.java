package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk in one stream, as machines read it: 4,500 container logs and a cluster's 100 events of one hour. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(ShortWaits.class)
class ExportTest extends FrontDoorTest {
    private static final String HOUR =
            "/events?source=images&source=prod-cluster&from=" + World.FROM + "&to=" + World.TO;
    private static final String EXPORT = HOUR + "&format=ndjson";
    private static final int LOGS = 4_500;
    private static final int CLUSTER_EVENTS = 100;

    @BeforeEach
    void play() {
        simulator.plays(
                World.images(),
                Population.computed(
                        LOGS, i -> Row.imageLog(World.FROM.plusMillis(700L * i)).with("event_id", "i" + i)));
        simulator.plays(
                World.cluster(),
                Population.computed(
                        CLUSTER_EVENTS,
                        i -> Row.clusterEvent(World.FROM.plusSeconds(30L * i)).with("event_name", "c" + i)));
    }

    @Test
    void itsLinesAreTheEventsOfAllPagesWithTheWayOnBetweenThemAndASummaryBehind() {
        Export export = export(EXPORT).readAll();
        assertThat(export.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.events()).isEqualTo(api.walk(HOUR + "&limit=1000"));
        assertThat(export.events()).hasSize(LOGS + CLUSTER_EVENTS);
        assertThat(export.progress())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(line -> assertThat(fields(line)).containsExactly("reached", "next"));
        assertThat(fields(export.summary()))
                .containsExactly("from", "to", "order", "reached", "settledTo", "follow", "complete", "sources");
        assertThat(export.summary().path("complete").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aStreamThatIsCutAnywhereGoesOnFromItsLastNext(long seed) {
        Random random = new Random(seed);
        List<JsonNode> joined = new ArrayList<>();
        String next = EXPORT + (seed % 2 == 0 ? "&order=asc" : "");
        while (next != null) {
            try (Export export = export(next)) {
                export.readLines(1 + random.nextInt(2_500));
                joined.addAll(export.kept());
                next = export.next(next);
            }
        }
        assertThat(Export.ids(joined)).isEqualTo(Export.ids(api.walk(HOUR + "&limit=1000&order=" + order(seed))));
    }

    private static String order(long seed) {
        return seed % 2 == 0 ? "asc" : "desc";
    }

    @Test
    void aLimitEndsItWithAWayOn() {
        Export export = export(EXPORT + "&limit=1500").readAll();
        assertThat(export.events()).hasSize(1_500);
        String next = export.summary().path("next").asText();
        Export rest = export(next + "&limit=100000").readAll();
        assertThat(rest.events()).hasSize(LOGS + CLUSTER_EVENTS - 1_500);
        assertThat(rest.summary().has("next")).isFalse();
    }

    @Test
    void whatFailsBeforeTheFirstByteIsAProblem() {
        simulator.fault(World.images(), Calls.all(), Fault.status(500, "X.1"));
        simulator.fault(World.cluster(), Calls.all(), Fault.status(500, "X.1"));
        Export problem = export(EXPORT);
        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        String without = api.get(EXPORT).json().path("without").asText();
        assertThat(export(without).readAll().summary().path("complete").asBoolean(true))
                .isFalse();
    }

    @Test
    void aGapThatIsDeniedBreaksItOffWithoutASummary() {
        simulator.fault(World.images(), Calls.from(12), Fault.status(500, "X.1"));
        Export export = export(EXPORT + "&partial=deny").readAll();
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.events()).isNotEmpty();
        assertThat(export.summary()).isNull();
        assertThat(export.isCut()).isTrue();
        simulator.heals();
        Export rest = export(export.next(EXPORT)).readAll();
        assertThat(Export.ids(export.kept()).size() + rest.events().size()).isEqualTo(LOGS + CLUSTER_EVENTS);
    }

    @Test
    void aSourceThatFailsOnTheWayIsNamedInTheSummary() {
        simulator.fault(World.images(), Calls.from(12), Fault.status(500, "X.1"));
        Export export = export(EXPORT).readAll();
        assertThat(export.summary().path("complete").asBoolean(true)).isFalse();
        JsonNode gap = export.summary().at("/sources/0/gaps/0");
        assertThat(export.events()).hasSizeLessThan(LOGS + CLUSTER_EVENTS);
        simulator.heals();
        Export rest = export(gap.path("link").asText()).readAll();
        List<JsonNode> all = new ArrayList<>(export.events());
        all.addAll(rest.events());
        assertThat(Export.ids(all)).containsExactlyInAnyOrderElementsOf(Export.ids(api.walk(HOUR + "&limit=1000")));
    }

    /** Calls under way end by themselves, as those of a shared read do; what must end is that more are made. */
    @Test
    void whatIsCompressedCanBeReadAtOnceAndAClientThatGoesEndsTheExport() {
        simulator.fault(World.images(), Calls.from(18), Fault.latency(Duration.ofSeconds(2)));
        Export export = Export.of(url, EXPORT, Map.of("Accept-Encoding", "gzip"));
        assertThat(export.header("Content-Encoding")).isEqualTo("gzip");
        while (export.progress().isEmpty()) {
            assertThat(export.readLine()).isTrue();
        }
        await().until(() -> simulator.requests().inFlight() > 0);
        export.close();
        await().until(() -> simulator.requests().inFlight() == 0);
        int calls = simulator.requests().all().size();
        await().during(Duration.ofSeconds(3))
                .until(() -> simulator.requests().all().size() == calls);
        assertThat(calls).isLessThan(Math.toIntExact(callsOfAll()));
    }

    private long callsOfAll() {
        simulator.heals();
        simulator.requests().clear();
        export(EXPORT).readAll();
        return simulator.requests().all().size();
    }

    @Test
    void headDecidesTheStatusAndReadsNoFurther() throws Exception {
        assertThat(Http.head(url, EXPORT).statusCode()).isEqualTo(200);
        await().until(() -> simulator.requests().inFlight() == 0);
        assertThat(simulator.requests().of(World.images())).hasSizeLessThan(15); // all of it takes 23 and more
    }

    private Export export(String path) {
        return Export.of(url, path);
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
