package dev.tributary.simulator.life;

import static dev.tributary.simulator.life.Platform.CLUSTER;
import static dev.tributary.simulator.life.Platform.DATABASE;
import static dev.tributary.simulator.life.Platform.PROJECT;
import static dev.tributary.simulator.life.Platform.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The last hour of a platform that looks like life. */
class PlatformTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");
    private static final Map<Identity, Population> PLATFORM = Platform.populations(1);

    static Stream<Identity> identities() {
        return PLATFORM.keySet().stream();
    }

    @Test
    void anHourHoldsAboutAsManyRowsAsAReaderExpects() {
        assertThat(rows(new Identity.ImageLog(PROJECT), Duration.ofHours(1))).hasSizeBetween(15, 25);
        assertThat(rows(new Identity.ClusterEvent(PROJECT, CLUSTER), Duration.ofHours(1)))
                .hasSizeBetween(30, 50);
        assertThat(registry(Operation.PULL, Duration.ofHours(1))).hasSizeBetween(19, 21);
        assertThat(registry(Operation.CREATE, Duration.ofHours(1))).hasSizeBetween(7, 9);
        assertThat(registry(Operation.DELETE, Duration.ofHours(1))).hasSizeBetween(1, 3);
        assertThat(rows(new Identity.DatabaseAudit(PROJECT, DATABASE), Duration.ofHours(1)))
                .hasSize(1);
    }

    @Test
    void aDayOfTheRegistryFitsAReaderThatReadsListsWhole() {
        assertThat(registry(Operation.PULL, Duration.ofHours(24))).hasSizeLessThan(1_500);
    }

    @Test
    void somethingCrashesSomethingIsPulledByRobotsAndPushedByPeople() {
        assertThat(rows(new Identity.ClusterEvent(PROJECT, CLUSTER), Duration.ofHours(1)))
                .extracting(row -> row.fields().get("event_type"))
                .contains("Warning", "Normal");
        assertThat(registry(Operation.PULL, Duration.ofHours(1)))
                .extracting(row -> Objects.toString(row.fields().get("username")))
                .allMatch(name -> name.startsWith("robot$"));
        assertThat(registry(Operation.CREATE, Duration.ofHours(24)))
                .extracting(row -> Objects.toString(row.fields().get("username")))
                .anyMatch(name -> !name.startsWith("robot$"));
    }

    @Test
    void auditFilesAreCompleteOnTheHour() {
        assertThat(rows(new Identity.DatabaseAudit(PROJECT, DATABASE), Duration.ofHours(1)))
                .singleElement()
                .extracting(row -> row.fields().get("end_time"))
                .isEqualTo("2026-11-21T12:00:00+0000");
    }

    @ParameterizedTest
    @MethodSource("identities")
    void timesNeverDecreaseAndBelongToTheirRows(Identity identity) {
        Population population = PLATFORM.get(identity);
        List<Long> times =
                LongStream.range(0, 2_000).map(population::timeOf).boxed().toList();

        assertThat(times).isSorted();
        assertThat(LongStream.range(0, 2_000)
                        .map(index -> population.row(index).time().toEpochMilli()))
                .containsExactlyElementsOf(times);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void theSameSeedAndInstantHaveTheSameRows(Identity identity) {
        Population again = Platform.populations(1).get(identity);
        Population other = Platform.populations(2).get(identity);

        assertThat(rows(again, Duration.ofHours(1))).isEqualTo(rows(identity, Duration.ofHours(1)));
        assertThat(rows(other, Duration.ofHours(1))).isNotEqualTo(rows(identity, Duration.ofHours(1)));
    }

    private static List<Row> registry(Operation operation, Duration back) {
        return rows(new Identity.RegistryAudit(PROJECT, REGISTRY, operation), back);
    }

    private static List<Row> rows(Identity identity, Duration back) {
        return rows(PLATFORM.get(identity), back);
    }

    private static List<Row> rows(Population population, Duration back) {
        return LongStream.range(
                        population.firstAt(NOW.minus(back).toEpochMilli()), population.firstAt(NOW.toEpochMilli()))
                .mapToObj(population::row)
                .toList();
    }
}
