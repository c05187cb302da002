package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Api.Reply;
import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that cannot have all at once get on, page by page, and nothing is called a failure for it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(BudgetTest.SixtyFourClusters.class)
class BudgetTest extends FrontDoorTest {
    private static final int CLUSTERS = 64;
    private static final int PER_SECOND = 20;
    private static final int BURST = 40;

    /** In one account, at the default pace and with the default budget. */
    public static class SixtyFourClusters implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> keys = new HashMap<>(Map.of(
                    "tributary.deadline", "10s",
                    "tributary.timeout", "5s",
                    "tributary.cache.settled-for", "15m",
                    "tributary.sources.images.page-size", "50",
                    "tributary.sources.prod-cluster.requests-per-second", Integer.toString(PER_SECOND),
                    "tributary.sources.prod-cluster.burst", Integer.toString(BURST)));
            IntStream.range(0, CLUSTERS).forEach(number -> {
                String source = "tributary.sources.cluster-" + number + ".";
                keys.put(source + "kind", "cluster-event");
                keys.put(source + "endpoint", "${simulator.url}");
                keys.put(source + "cluster-id", "cluster-" + number);
                keys.put(source + "requests-per-second", Integer.toString(PER_SECOND));
                keys.put(source + "burst", Integer.toString(BURST));
            });
            return keys;
        }
    }

    /** History 30. */
    @Test
    void sixtyFourSourcesOfOneAccountAreWalkedToTheEndAtTheirPaceWithoutAFailure() {
        for (int number = 0; number < CLUSTERS; number++) {
            int cluster = number;
            simulator.plays(
                    new Identity.ClusterEvent(Platform.PROJECT, "cluster-" + number),
                    Population.of(IntStream.range(0, 5)
                            .mapToObj(event -> Row.clusterEvent(World.FROM.plusSeconds(600 * event + cluster))
                                    .with("event_name", cluster + "/" + event))
                            .toList()));
        }
        Set<String> names = new HashSet<>();
        String next = "/events?source=cluster-*&from=" + World.FROM + "&to=" + World.TO + "&limit=100";
        while (next != null) {
            Reply page = api.get(next);
            assertThat(page.status()).as(page.http().body()).isEqualTo(200);
            assertThat(page.json().path("complete").asBoolean()).isTrue();
            page.events()
                    .forEach(event -> names.add(
                            event.path("attributes").path("event_name").asText()));
            next = page.json().path("next").asText(null);
        }
        assertThat(names).hasSize(5 * CLUSTERS);
        assertThat(mostWithin(Duration.ofSeconds(2))).isLessThanOrEqualTo(BURST + 2 * PER_SECOND + 2);
    }

    /** The most requests that came within so long. */
    private long mostWithin(Duration span) {
        List<Instant> arrivals = simulator.requests().of(dev.tributary.simulator.api.Api.CLUSTER_EVENT).stream()
                .map(SeenRequest::arrivedAt)
                .toList();
        return arrivals.stream()
                .mapToLong(begin -> arrivals.stream()
                        .filter(time -> !time.isBefore(begin) && time.isBefore(begin.plus(span)))
                        .count())
                .max()
                .orElseThrow();
    }

    /** History 29: three events in fifty thousand, more than a request has calls for. */
    @Test
    void aRareFilterOverALargeWindowGetsOnWithEveryPageAndEnds() {
        Instant begin = World.FROM.minus(Duration.ofDays(30));
        simulator.plays(
                World.images(),
                Population.computed(
                        50_000,
                        index -> Row.imageLog(begin.plusMillis(index * 48_000))
                                .with("event_id", "e" + index)
                                .with("user_name", index % 22_500 == 7 ? "mallory" : "root")));
        String next = "/events?source=images&actor=mallory&from=" + begin + "&to=" + World.FROM;
        Set<String> found = new HashSet<>();
        Instant reached = Instant.MAX;
        int pages = 0;
        while (next != null) {
            Reply page = api.get(next);
            assertThat(page.status()).as(page.http().body()).isEqualTo(200);
            assertThat(page.json().path("complete").asBoolean()).isTrue();
            page.events()
                    .forEach(event ->
                            found.add(event.path("attributes").path("event_id").asText()));
            Instant here = Instant.parse(page.json().path("reached").asText());
            assertThat(here).isBefore(reached);
            reached = here;
            next = page.json().path("next").asText(null);
            pages++;
        }
        assertThat(found).containsExactlyInAnyOrder("e7", "e22507", "e45007");
        assertThat(pages).isGreaterThan(5);
    }
}
