package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sources do, as an operator's Prometheus sees it. Nothing here reads {@code orders-db}. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(MeasuredTest.Narrow.class)
class SourceMetricsTest extends MeasuredTest {
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
        simulator.plays(World.images(), World.manyLogs());
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
}
