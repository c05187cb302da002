package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static dev.tributary.simulator.Running.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Totals;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Totals that are not the truth, pages smaller than asked for, and what a page of a huge list costs. */
class TotalsTest {
    @RegisterExtension
    final Running running = new Running();

    @Test
    void aCappedTotalHidesNoRows() {
        running.simulator()
                .plays(IMAGES, imagesUntilNoon(12_500), Readings.usual().cappingTotalsAt(10_000));

        Answer behind = images("?limit=200&offset=12400");

        assertThat(behind.number("total_num")).isEqualTo(10_000);
        assertThat(behind.column("data_list", "resource_name")).containsExactly(names(100, 1));
    }

    @Test
    void aTotalBelowTheCapIsTheTruth() {
        running.simulator().plays(IMAGES, imagesUntilNoon(12), Readings.usual().cappingTotalsAt(10_000));

        assertThat(images("").number("total_num")).isEqualTo(12);
    }

    @Test
    void aTotalMayCountTheRowsOfThePage() {
        running.simulator().plays(IMAGES, imagesUntilNoon(42), Readings.usual().with(new Totals.OfThePage()));

        assertThat(images("?limit=10&offset=0").number("total_num")).isEqualTo(10);
        assertThat(images("?limit=10&offset=40").number("total_num")).isEqualTo(2);
    }

    @Test
    void aTotalMayAlwaysBeOff() {
        running.simulator().plays(IMAGES, imagesUntilNoon(8), Readings.usual().with(new Totals.OffBy(1)));
        assertThat(images("").number("total_num")).isEqualTo(9);
        assertThat(images("?start_time=0&end_time=1").number("total_num")).isEqualTo(1);

        running.simulator().plays(IMAGES, imagesUntilNoon(8), Readings.usual().with(new Totals.OffBy(-9)));
        assertThat(images("").number("total_num")).isZero();
    }

    @Test
    void theTotalsOfAllFourApisAreReadSo() {
        Readings capped = Readings.usual().cappingTotalsAt(1);
        Identity cluster = new Identity.ClusterEvent(PROJECT, "cluster");
        Identity registry = new Identity.RegistryAudit(PROJECT, "registry", Operation.PULL);
        Identity database = new Identity.DatabaseAudit(PROJECT, "databasein07");
        running.simulator().plays(cluster, Population.of(Row.clusterEvent(NOON), Row.clusterEvent(NOON)), capped);
        running.simulator()
                .plays(registry, Population.of(Row.registryAudit(1, NOON), Row.registryAudit(2, NOON)), capped);
        running.simulator()
                .plays(database, Population.of(Row.databaseAudit(NOON, NOON), Row.databaseAudit(NOON, NOON)), capped);

        assertThat(get("/v5/" + PROJECT
                                + "/container/kubernetes/cluster/events?cluster_id=cluster&start_time=0&end_time="
                                + NOON.toEpochMilli() + "&limit=10&offset=0")
                        .number("total_num"))
                .isEqualTo(1);
        assertThat(get("/v2/" + PROJECT + "/instances/registry/audit-logs?operation=pull")
                        .number("total"))
                .isEqualTo(1);
        assertThat(get("/v3/" + PROJECT + "/instances/databasein07/audit-logs?offset=0&limit=10"
                                + "&start_time=2026-11-21T00%3A00%3A00%2B0000&end_time=2026-11-22T00%3A00%3A00%2B0000")
                        .number("total_count"))
                .isEqualTo(1);
    }

    @Test
    void aPageMayBeSmallerThanAskedForButNotThanTheRest() {
        running.simulator().plays(IMAGES, imagesUntilNoon(70), Readings.usual().withAtMostRows(50));

        assertThat(images("?limit=200").column("data_list", "resource_name")).containsExactly(names(70, 21));
        assertThat(images("?limit=200&offset=50").column("data_list", "resource_name"))
                .containsExactly(names(20, 1));
        assertThat(images("?limit=7").column("data_list", "resource_name")).hasSize(7);
        assertThat(images("").number("total_num")).isEqualTo(70);
        assertThat(images("?limit=201").status()).isEqualTo(400);
    }

    @Test
    void aPageOfAMillionRowsLooksAtFewOfThem() {
        AtomicLong looks = new AtomicLong();
        running.simulator()
                .plays(
                        new Identity.RegistryAudit(PROJECT, "registry", Operation.PULL),
                        Population.computed(1_000_000, index -> {
                            looks.incrementAndGet();
                            return Row.registryAudit(index, NOON.minusSeconds(999_999 - index));
                        }));

        Answer answer = get("/v2/" + PROJECT + "/instances/registry/audit-logs?operation=pull&limit=100&offset=700000");

        assertThat(answer.number("total")).isEqualTo(1_000_000);
        assertThat(answer.column("audit_logs", "id")).hasSize(100).startsWith("299999");
        // The page itself, and twenty halvings for each end of what can be seen.
        assertThat(looks).hasValueLessThanOrEqualTo(100 + 2 * 20);
    }

    private Answer images(String query) {
        return get(imagePath(query));
    }

    private Answer get(String uri) {
        return running.caller().get(uri);
    }
}
