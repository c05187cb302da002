package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static dev.tributary.simulator.Running.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Ties;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows of one time that change places among each other. */
class TiesTest {
    private static final List<String> EIGHT = List.of(names(0, 7));

    @RegisterExtension
    final Running running = new Running();

    @Test
    void tiesMayChangePlacesFromCallToCall() {
        ties(8, Order.newestFirst(5).with(Ties.BY_CALL));

        List<List<String>> answers =
                Stream.generate(() -> told("?limit=8")).limit(5).toList();

        assertThat(answers)
                .doesNotHaveDuplicates()
                .allSatisfy(answer -> assertThat(answer).containsExactlyInAnyOrderElementsOf(EIGHT));
    }

    @Test
    void tiesMayStandAsTheTextOfTheQueryHasIt() {
        ties(8, Order.newestFirst(5).with(Ties.BY_QUERY));

        assertThat(told("?limit=8"))
                .containsExactlyInAnyOrderElementsOf(EIGHT)
                .isEqualTo(told("?limit=8"))
                .isNotEqualTo(told("?limit=8&offset=0"));
    }

    @Test
    void rowsOfDifferentTimesAreNoTies() {
        running.simulator()
                .plays(
                        IMAGES,
                        imagesUntilNoon(10),
                        Readings.usual().in(Order.oldestFirst(5).with(Ties.BY_CALL)));

        assertThat(inPagesOf(3, 10)).containsExactly(names(1, 10));
    }

    /** History 10: a row is lost at the border of two pages and another repeated, the same way each time. */
    @Test
    void replicasWithTheirOwnOrderLoseARowTheSameWayEachTime() {
        ties(100, Order.oldestFirst(1).with(Ties.BY_QUERY));

        List<String> once = inPagesOf(50, 100);

        assertThat(once).hasSize(100);
        assertThat(new HashSet<>(once)).hasSizeLessThan(100);
        assertThat(inPagesOf(50, 100)).isEqualTo(once);
    }

    private void ties(int count, Order order) {
        running.simulator()
                .plays(
                        IMAGES,
                        Population.computed(
                                count, index -> Row.imageLog(NOON).with("resource_name", Long.toString(index))),
                        Readings.usual().in(order));
    }

    private List<String> inPagesOf(int limit, int count) {
        return IntStream.iterate(0, offset -> offset < count, offset -> offset + limit)
                .mapToObj(offset -> told("?limit=" + limit + "&offset=" + offset))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> told(String query) {
        return running.caller().get(imagePath(query)).column("data_list", "resource_name");
    }
}
