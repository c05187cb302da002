package dev.tributary.simulator;

import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Happening;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moves;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.RandomMoves;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that come and go between two calls of a registry's list. */
class MovingTest {
    private static final Identity PULLS = new Identity.RegistryAudit(PROJECT, "registry", Operation.PULL);
    private static final Row OLDEST = row(1);
    private static final Row OLD = row(2);
    private static final Row NEW = row(3);
    private static final Row NEWEST = row(4);

    @RegisterExtension
    final Running running = new Running();

    @Test
    void aPushBetweenTwoPagesRepeatsARow() {
        plays(Moves.none().before(2, Move.push(row(5))));

        assertThat(page(0)).containsExactly("4", "3");
        assertThat(page(2)).containsExactly("3", "2");
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void aPushAndAPurgeBetweenTwoPagesHideARowOfAListOldestFirst() {
        playsOldestFirst(Moves.none().before(2, Move.purgeOldest(1), Move.push(row(5))));

        assertThat(page(0)).containsExactly("1", "2");
        assertThat(page(2)).containsExactly("4", "5");
        assertThat(total()).isEqualTo(4);
    }

    @Test
    void anyRowMayBePurged() {
        plays(Moves.none().before(1, Move.purge(NEW)));

        assertThat(page(0)).containsExactly("4", "2");
    }

    @Test
    void aLateRowStandsWhereItsTimePutsIt() {
        Row late = Row.registryAudit(9, OLD.time().plusMillis(1));
        plays(Moves.none().before(2, Move.push(late)));

        assertThat(page(0)).containsExactly("4", "3");
        assertThat(page(2)).containsExactly("9", "2");
    }

    @Test
    void aTwinStandsBesideItsRow() {
        plays(Moves.none().before(1, Move.twin(NEW)));

        assertThat(page(0)).containsExactly("4", "3");
        assertThat(page(2)).containsExactly("3", "2");
    }

    @Test
    void aListAsWrittenTakesRowsWhereTheTestPutsThem() {
        running.simulator()
                .plays(
                        PULLS,
                        Moving.of(
                                List.of(NEW, OLDEST, OLD),
                                Moves.none()
                                        .before(2, Move.insert(1, NEWEST))
                                        .before(3, Move.push(row(5)), Move.append(row(6)))),
                        Readings.usual().in(new Order.AsListed()));

        assertThat(all()).containsExactly("3", "1", "2");
        assertThat(all()).containsExactly("3", "4", "1", "2");
        assertThat(all()).containsExactly("5", "3", "4", "1", "2", "6");
    }

    @Test
    void callsOfAnotherListAndRefusedCallsMoveNothing() {
        Moving rows = plays(Moves.none().before(1, Move.purgeOldest(4)));

        running.caller().get(path("delete", 2, 0));
        running.caller().get(path("pull", 101, 0));
        assertThat(rows.rows()).hasSize(4);

        assertThat(total()).isZero();
        assertThat(rows.rows()).isEmpty();
    }

    @Test
    void aTestMayMoveRowsItself() {
        Moving rows = plays(Moves.none());

        rows.move(Move.purge(NEWEST));

        assertThat(page(0)).containsExactly("3", "2");
    }

    @Test
    void whatIsThereAndWasThereThroughoutAndEverWasIsKnownAfterwards() {
        Moving rows = plays(Moves.none()
                .before(1, Move.push(row(5)))
                .before(2, Move.purgeOldest(1), Move.twin(OLD))
                .before(3, Move.purge(NEW), Move.push(NEW)));
        page(0);
        long afterTheFirstCall = rows.mark();
        page(0);
        page(0);

        assertThat(rows.rows()).containsExactly(OLD, OLD, NEW, NEWEST, row(5));
        assertThat(rows.rowsSince(0)).containsExactly(OLD, NEWEST);
        assertThat(rows.rowsSince(afterTheFirstCall)).containsExactly(OLD, NEWEST, row(5));
        assertThat(rows.rowsEver()).containsExactly(OLDEST, OLD, OLD, NEW, NEW, NEWEST, row(5));
    }

    @Test
    void randomMovesFollowFromTheirSeed() {
        List<List<String>> once = twentyAnswers(random(1));

        assertThat(twentyAnswers(random(1))).isEqualTo(once);
        assertThat(twentyAnswers(random(2))).isNotEqualTo(once);
        assertThat(new HashSet<>(once)).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Happening.class)
    void whatIsCertainHappensBeforeEveryCall(Happening happening) {
        Moving rows =
                plays(RandomMoves.of(7, Row::registryAudit).with(happening, 1).withAtMost(1));

        all();
        all();

        Instant newest = NEWEST.time();
        List<Row> arrived = rows.rowsEver().stream()
                .filter(row -> !List.of(OLDEST, OLD, NEW, NEWEST).contains(row))
                .toList();
        switch (happening) {
            case PUSH ->
                assertThat(arrived).hasSize(2).allMatch(row -> !row.time().isBefore(newest));
            case LATE ->
                assertThat(arrived).hasSize(2).allMatch(row -> !row.time().isAfter(newest));
            case TWIN ->
                assertThat(new HashSet<>(rows.rows())).hasSize(rows.rows().size() - 2);
            case PURGE_ANY -> assertThat(rows.rows()).hasSize(2);
            case PURGE_OLDEST -> assertThat(rows.rows()).containsExactly(NEW, NEWEST);
        }
    }

    @Test
    void randomRowsArriveWithinTheReachAndNeverInTheFuture() {
        Duration reach = Duration.ofSeconds(30);
        Moving rows = plays(RandomMoves.of(3, Row::registryAudit)
                .with(Happening.PUSH, 0.5)
                .with(Happening.LATE, 0.5)
                .within(reach));

        IntStream.range(0, 50).forEach(call -> all());

        assertThat(rows.rows())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        row -> assertThat(row.time()).isBetween(OLDEST.time().minus(reach), NOON));
        assertThat(rows.rows()).doesNotHaveDuplicates();
    }

    private static Moves random(long seed) {
        return Stream.of(Happening.values())
                .reduce(
                        RandomMoves.of(seed, Row::registryAudit),
                        (moves, happening) -> moves.with(happening, 0.3),
                        (one, other) -> one);
    }

    private List<List<String>> twentyAnswers(Moves moves) {
        plays(moves);
        return Stream.generate(this::all).limit(20).toList();
    }

    private static Row row(int id) {
        return Row.registryAudit(id, NOON.minusSeconds(10 - id));
    }

    private Moving plays(Moves moves) {
        Moving rows = Moving.of(List.of(OLDEST, OLD, NEW, NEWEST), moves);
        running.simulator().plays(PULLS, rows);
        return rows;
    }

    private void playsOldestFirst(Moves moves) {
        running.simulator()
                .plays(
                        PULLS,
                        Moving.of(List.of(OLDEST, OLD, NEW, NEWEST), moves),
                        Readings.usual().in(new Order.OldestFirst()));
    }

    private List<String> page(int offset) {
        return running.caller().get(path("pull", 2, offset)).column("audit_logs", "id");
    }

    private List<String> all() {
        return running.caller().get(path("pull", 100, 0)).column("audit_logs", "id");
    }

    private long total() {
        return running.caller().get(path("pull", 2, 0)).number("total");
    }

    private static String path(String operation, int limit, int offset) {
        return "/v2/" + PROJECT + "/instances/registry/audit-logs?operation=" + operation + "&limit=" + limit
                + "&offset=" + offset;
    }
}
