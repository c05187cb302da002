package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How queries end, as an operator's Prometheus sees it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(MeasuredTest.Narrow.class)
class QueryMetricsTest extends MeasuredTest {
    private double queries(String format, String outcome) {
        String labels = "{format=\"%s\",outcome=\"%s\"}".formatted(format, outcome);
        double counted = added("tributary_queries_total" + labels);
        assertThat(added("tributary_query_seconds_count" + labels)).isEqualTo(counted);
        return counted;
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
        simulator.plays(World.images(), World.manyLogs());
        try (Export export = Export.of(url, IMAGES + "&format=ndjson")) {
            export.readLines(10);
        }
        await().untilAsserted(() -> assertThat(queries("ndjson", "cut")).isEqualTo(1));
        assertThat(queries("ndjson", "complete")).isZero();
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
    void noRequestMakesASeries() {
        api.get(BOTH);
        Scrape known = Scrape.of(management);
        Stream.of("/events?source=forged", "/events?format=forged", "/forged", "/events?from=%zz", "/sources/forged")
                .forEach(path -> RawHttp.get(url, path));
        assertThat(Scrape.of(management).series()).isEqualTo(known.series());
        assertThat(Scrape.of(management).values().keySet()).noneMatch(series -> series.contains("forged"));
    }
}
