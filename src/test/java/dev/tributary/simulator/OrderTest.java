package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.LineNumbers;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moves;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Ties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that no reader may rely on: as written down, and nearly by time. */
class OrderTest {
    private static final String DAY = "&start_time=0&end_time=" + NOON.toEpochMilli();

    @RegisterExtension
    final Running running = new Running();

    @Test
    void allFourApisTellAListAsItWasWrittenDown() {
        Readings asListed = Readings.usual().in(new Order.AsListed());
        running.simulator().plays(IMAGES, written(Row.imageLog(NOON)), asListed);
        running.simulator().plays(new Identity.ClusterEvent(PROJECT, "c"), written(Row.clusterEvent(NOON)), asListed);
        running.simulator()
                .plays(
                        new Identity.RegistryAudit(PROJECT, "r", Operation.PULL),
                        written(Row.registryAudit(0, NOON)),
                        asListed);
        running.simulator()
                .plays(new Identity.DatabaseAudit(PROJECT, "d"), written(Row.databaseAudit(NOON, NOON)), asListed);

        assertThat(column(imagePath("?limit=2&offset=1"), "data_list")).containsExactly("2", "0");
        assertThat(column(clusterPath("c", "&limit=2&offset=1"), "data_list")).containsExactly("2", "0");
        assertThat(column("/v2/" + PROJECT + "/instances/r/audit-logs?operation=pull", "audit_logs"))
                .containsExactly("1", "2", "0");
        assertThat(column(
                        "/v3/" + PROJECT + "/instances/d/audit-logs?limit=2&offset=1"
                                + "&start_time=2026-11-21T00%3A00%3A00%2B0000&end_time=2026-11-22T00%3A00%3A00%2B0000",
                        "audit_logs"))
                .containsExactly("2", "0");
    }

    @Test
    void aListAsWrittenIsFilteredByTimeAllTheSame() {
        running.simulator()
                .plays(IMAGES, written(Row.imageLog(NOON)), Readings.usual().in(new Order.AsListed()));
        long second = NOON.minusSeconds(1).toEpochMilli();

        assertThat(column(imagePath("?start_time=0&end_time=" + second), "data_list"))
                .containsExactly("1", "2");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsMayStandOutOfOrderButNoFurtherThanSaid(long seed) {
        running.simulator()
                .plays(
                        IMAGES,
                        imagesUntilNoon(300),
                        Readings.usual().in(Order.newestFirst(seed).disturbed(Duration.ofSeconds(20), 0.5)));

        List<Integer> told = allImages(300, 70);

        assertThat(told).containsExactlyInAnyOrderElementsOf(range(1, 300));
        assertThat(furthestOutOfOrder(told)).isBetween(10, 20);
    }

    @Test
    void fewRowsMayStandOutOfOrder() {
        running.simulator()
                .plays(
                        IMAGES,
                        imagesUntilNoon(300),
                        Readings.usual().in(Order.oldestFirst(1).disturbed(Duration.ofSeconds(20), 0.05)));

        List<Integer> told = allImages(300, 200);

        assertThat(IntStream.range(1, 300).filter(at -> told.get(at) < told.get(at - 1)))
                .hasSizeBetween(5, 25);
        assertThat(furthestOutOfOrder(told.stream().map(n -> -n).toList())).isPositive();
    }

    @Test
    void disorderedRowsKeepTheirPlacesWhenOthersComeAndGo() {
        Moving rows = Moving.of(
                IntStream.range(0, 100)
                        .mapToObj(index ->
                                image(index, NOON.minusSeconds(100 - index).toEpochMilli()))
                        .toList(),
                Moves.none());
        running.simulator()
                .plays(IMAGES, rows, Readings.usual().in(Order.newestFirst(4).disturbed(Duration.ofSeconds(30), 1)));
        List<String> before = column(imagePath("?limit=200"), "data_list");

        rows.move(Move.purgeOldest(10), Move.push(image(100, NOON.toEpochMilli())));
        List<String> after = column(imagePath("?limit=200"), "data_list");

        assertThat(after.stream().filter(before::contains))
                .containsExactlyElementsOf(
                        before.stream().filter(after::contains).toList());
        assertThat(after).hasSize(91);
    }

    @ParameterizedTest(name = "newest first: {0}")
    @ValueSource(booleans = {true, false})
    void aRowOfADisorderedListIsFoundAgainByItsLineNumber(boolean newestFirst) {
        running.simulator()
                .plays(
                        new Identity.ClusterEvent(PROJECT, "c"),
                        Population.computed(
                                40,
                                index -> Row.clusterEvent(NOON.minusSeconds((39 - index) / 2))
                                        .with("id", index)),
                        Readings.usual()
                                .in((newestFirst ? Order.newestFirst(3) : Order.oldestFirst(3))
                                        .disturbed(Duration.ofSeconds(9), 0.7)
                                        .with(Ties.BY_QUERY))
                                .with(new LineNumbers(LineNumbers.Form.TEXT, LineNumbers.Paging.THAT_ROW)));
        List<String> lines =
                running.caller().get(clusterPath("c", "&limit=40&offset=0")).column("data_list", "line_num");

        assertThat(lines)
                .hasSize(40)
                .allSatisfy(line -> assertThat(running.caller()
                                .get(clusterPath("c", "&limit=1&offset=0&line_num=" + line))
                                .column("data_list", "line_num"))
                        .containsExactly(line));
    }

    @Test
    void aDisorderedPageOfAMillionRowsLooksAtItsNeighbourhood() {
        AtomicLong looks = new AtomicLong();
        running.simulator()
                .plays(
                        IMAGES,
                        Population.computed(1_000_000, index -> {
                            looks.incrementAndGet();
                            return image(
                                    index, NOON.minusSeconds(999_999 - index).toEpochMilli());
                        }),
                        Readings.usual().in(Order.newestFirst(4).disturbed(Duration.ofMinutes(1), 1)));

        assertThat(column(imagePath("?limit=200&offset=500000"), "data_list")).hasSize(200);
        assertThat(looks).hasValueLessThan(1_000);
    }

    private static Row image(long id, long time) {
        return Row.imageLog(Instant.ofEpochMilli(time)).with("id", id).with("resource_name", Long.toString(id));
    }

    /** Three rows of noon and one and two seconds before, the eldest last but one. */
    private static Population written(Row atNoon) {
        return Population.of(
                new Row(atNoon.begin(), NOON.minusSeconds(1), atNoon.fields()).with("id", 1),
                new Row(atNoon.begin(), NOON.minusSeconds(2), atNoon.fields()).with("id", 2),
                atNoon.with("id", 0));
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** How many seconds a row stands too late behind an older one, in a list newest first of rows a second apart. */
    private static int furthestOutOfOrder(List<Integer> told) {
        return IntStream.range(0, told.size())
                .flatMap(later -> IntStream.range(0, later).map(earlier -> told.get(later) - told.get(earlier)))
                .max()
                .orElse(0);
    }

    private List<Integer> allImages(int count, int limit) {
        return LongStream.iterate(0, offset -> offset < count, offset -> offset + limit)
                .mapToObj(offset -> running.caller()
                        .get(imagePath("?limit=" + limit + "&offset=" + offset))
                        .column("data_list", "resource_name"))
                .flatMap(List::stream)
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> column(String path, String list) {
        return running.caller().get(path).column(list, "id");
    }

    private static String clusterPath(String cluster, String query) {
        return "/v5/" + PROJECT + "/container/kubernetes/cluster/events?cluster_id=" + cluster + DAY + query;
    }
}
