package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's Prometheus sees of what the service does. Nothing here reads {@code orders-db}. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(MetricsTest.Narrow.class)
class MetricsTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;
    private static final String IMAGES = HOUR + "&source=images";
    private static final String BOTH = IMAGES + "&source=prod-cluster";
    private static final String OF_IMAGES = "source=\"images\",kind=\"image-log\"";
    private static final String OF_CLUSTER = "source=\"prod-cluster\",kind=\"cluster-event\"";

    @TestHTTPResource(value = "/", management = true)
    String management;

    private Scrape before;

    @BeforeEach
    void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(World.FROM)));
        before = Scrape.of(management);
    }

    /** As much more as there is now than at the test's begin. */
    private double added(String series) {
        return Scrape.of(management).value(series) - before.value(series);
    }

    private double queries(String format, String outcome) {
        String labels = "{format=\"%s\",outcome=\"%s\"}".formatted(format, outcome);
        double counted = added("tributary_queries_total" + labels);
        assertThat(added("tributary_query_seconds_count" + labels)).isEqualTo(counted);
        return counted;
    }

    private double calls(String source, String result) {
        return added("tributary_upstream_calls_total{%s,result=\"%s\"}".formatted(source, result));
    }

    @Test
    void seriesOfASourceThatNobodyHasAskedAreThereWithZero() {
        String source = "source=\"orders-db\",kind=\"database-audit\"";
        Stream.of(
                        "upstream_calls_total{result=\"ok\",%s}",
                        "upstream_calls_total{result=\"inconsistent\",%s}",
                        "upstream_call_seconds_count{%s}",
                        "upstream_retries_total{%s}",
                        "circuit_state{%s}",
                        "credential_resting{%s}",
                        "pace_wait_seconds_count{%s}",
                        "cache_hits_total{%s}",
                        "slices_reread_total{%s}",
                        "gaps_total{type=\"timeout\",%s}",
                        "unreadable_records_total{%s}")
                .map(series -> "tributary_" + series.formatted(source))
                .forEach(series -> assertThat(before.value(series)).as(series).isZero());
        assertThat(before.has("tributary_newest_event_age_seconds{" + source + "}"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "csv"})
    void wholeAnswerIsACompleteQuery(String format) {
        assertThat(api.text(IMAGES + "&format=" + format).statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(queries(format, "complete")).isEqualTo(1));
        assertThat(queries(format, "cut")).isZero();
        assertThat(calls(OF_IMAGES, "ok")).isPositive();
        assertThat(added("tributary_upstream_call_seconds_count{" + OF_IMAGES + "}"))
                .isEqualTo(calls(OF_IMAGES, "ok"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson"})
    void answerWithAGapIsAPartialQueryAndTheGapIsCountedByWhatMadeIt(String format) {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));

        assertThat(api.text(BOTH + "&format=" + format).statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(queries(format, "partial")).isEqualTo(1));
        assertThat(added("tributary_gaps_total{%s,type=\"forbidden\"}".formatted(OF_IMAGES)))
                .isEqualTo(1);
        assertThat(calls(OF_IMAGES, "forbidden")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson"})
    void problemInsteadOfAnAnswerIsAFailedQuery(String format) {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));

        assertThat(api.text(IMAGES + "&format=" + format).statusCode()).isEqualTo(502);

        assertThat(queries(format, "failed")).isEqualTo(1);
        assertThat(added("tributary_gaps_total{%s,type=\"forbidden\"}".formatted(OF_IMAGES)))
                .isZero();
    }

    @Test
    void exportWhoseClientGoesIsCut() {
        playManyLogs();
        try (Export export = Export.of(url, IMAGES + "&format=ndjson")) {
            export.readLines(10);
        }
        await().untilAsserted(() -> assertThat(queries("ndjson", "cut")).isEqualTo(1));
        assertThat(queries("ndjson", "complete")).isZero();
    }

    /** More than buffers on the way can hold. */
    private void playManyLogs() {
        String content = "a long story, ".repeat(150);
        simulator.plays(
                World.images(),
                Population.computed(
                        4_000,
                        number -> Row.imageLog(World.FROM.plusMillis(800L * number))
                                .with("event_id", "i" + number)
                                .with("content", content)));
    }

    @Test
    void queryForWhichThereIsNoRoomIsRefused() {
        simulator.fault(World.images(), Calls.all(), Fault.latency(Duration.ofSeconds(3)));
        List<CompletableFuture<Integer>> slow = Stream.of("&limit=1", "&limit=2")
                .map(limit -> CompletableFuture.supplyAsync(
                        () -> api.getAnew(IMAGES + limit).status()))
                .toList();
        await().untilAsserted(() -> assertThat(Scrape.of(management).value("tributary_queries_running"))
                .isEqualTo(2));
        assertThat(Scrape.of(management).value("tributary_buffered_bytes"))
                .isPositive()
                .isLessThan(before.value("tributary_buffered_bytes_max"));

        assertThat(api.get(IMAGES).status()).isEqualTo(503);

        assertThat(queries("json", "refused")).isEqualTo(1);
        assertThat(slow).extracting(CompletableFuture::join).containsOnly(200);
        await().untilAsserted(() -> assertThat(Scrape.of(management).value("tributary_buffered_bytes"))
                .isZero());
    }

    @Test
    void callThatIsRepeatedIsCountedByWhatCameOfEachRequest() {
        simulator.fault(World.images(), Calls.next(1), Fault.status(503, "X.1"));

        assertThat(api.get(IMAGES).status()).isEqualTo(200);

        assertThat(added("tributary_upstream_retries_total{" + OF_IMAGES + "}")).isEqualTo(1);
        assertThat(calls(OF_IMAGES, "upstream-error")).isEqualTo(1);
        assertThat(calls(OF_IMAGES, "ok")).isEqualTo(1);
    }

    @Test
    void pauseThatAnUpstreamAsksForIsSpentWaiting() {
        simulator.fault(World.images(), Calls.next(1), Fault.throttled(Duration.ofSeconds(1)));

        assertThat(api.get(IMAGES).status()).isEqualTo(200);

        assertThat(calls(OF_IMAGES, "throttled")).isEqualTo(1);
        assertThat(added("tributary_pace_wait_seconds_count{" + OF_IMAGES + "}"))
                .isEqualTo(2);
    }

    @Test
    void circuitShowsItsState() {
        String state = "tributary_circuit_state{" + OF_CLUSTER + "}";
        simulator.fault(World.cluster(), Calls.all(), Fault.status(500, "X.1"));
        await().until(() -> {
            api.get(HOUR + "&source=prod-cluster");
            return calls(OF_CLUSTER, "circuit-open") > 0;
        });
        assertThat(Scrape.of(management).value(state)).isPositive();

        simulator.heals();
        await().until(() -> api.get(HOUR + "&source=prod-cluster").status() == 200);
        assertThat(Scrape.of(management).value(state)).isZero();
    }

    @Test
    void sliceWithMoreRowsThanAPageIsReadAgain() {
        playManyLogs();
        assertThat(api.get(IMAGES).status()).isEqualTo(200);
        assertThat(added("tributary_slices_reread_total{" + OF_IMAGES + "}")).isPositive();
    }

    @Test
    void recordsWithoutATimeAreCounted() {
        simulator.plays(
                World.images(),
                Population.of(Row.imageLog(World.FROM), Row.imageLog(World.FROM).with("time", "soon")));
        api.get(IMAGES);
        assertThat(added("tributary_unreadable_records_total{" + OF_IMAGES + "}"))
                .isEqualTo(1);
    }

    @Test
    void newestEventGrowsOlder() {
        Instant now = Instant.now();
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(now.minusSeconds(90))));
        api.get("/events?source=prod-cluster&from=now-10m&to=now");
        double age = Scrape.of(management).value("tributary_newest_event_age_seconds{" + OF_CLUSTER + "}");
        assertThat(age)
                .isBetween(90.0, 91.0 + Duration.between(now, Instant.now()).toSeconds());
    }

    @Test
    void noRequestMakesASeries() {
        api.get(BOTH);
        Scrape known = Scrape.of(management);
        Stream.of("/events?source=forged", "/events?format=forged", "/forged", "/events?from=%zz", "/sources/forged")
                .forEach(path -> RawHttp.get(url, path));
        assertThat(Scrape.of(management).series()).isEqualTo(known.series());
        assertThat(Scrape.of(management).values().keySet()).noneMatch(series -> series.contains("forged"));
    }

    /** Little room, and an impatient circuit. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.max-queries", "2",
                    "tributary.queue-wait", "100ms",
                    "tributary.max-retries", "1",
                    "tributary.timeout", "4s", // what is repeated must fit into the time of a read
                    "tributary.sources.prod-cluster.breaker.window", "4",
                    "tributary.sources.prod-cluster.breaker.delay", "1s");
        }
    }
}
