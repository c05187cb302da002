package dev.tributary;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Happening;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.RandomMoves;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows come and go between any two calls: what was there throughout comes once, or lies in a gap that is named. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(WorldsProfile.class)
class MovingWorldsTest extends FrontDoorTest {
    /** Keeps these worlds away from those that stand still. */
    private static final Duration SHIFT = Duration.ofDays(2);

    static LongStream seeds() {
        return Seeds.of(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasThereThroughoutIsNeitherLostNorDoubled(long seed) {
        MixedWorld world = new MixedWorld(seed, SHIFT);
        Map<Identity, Moving> played = new HashMap<>();
        world.asked.forEach(upstream -> upstream.lists().forEach(list -> {
            Moving rows = Moving.of(world.in(list).stream().map(Happened::row).toList(), moves(seed, upstream, list));
            simulator.plays(list, rows, upstream.readings());
            played.put(list, rows);
        }));

        Walk walk = Walk.from(api, world.path());

        Set<String> ever = told(world, played, (rows, list) -> rows.rowsEver())
                .map(Happened::marker)
                .collect(Collectors.toSet());
        List<Happened> throughout = told(world, played, (rows, list) -> rows.rowsSince(0))
                .filter(world::isWanted)
                .toList();
        new Verdict(walk, throughout, ever).holds(world.order);
    }

    private static RandomMoves moves(long seed, Upstream upstream, Identity list) {
        return happenings(upstream)
                .reduce(
                        RandomMoves.of(
                                seed + list.hashCode(),
                                (number, time) -> new Happened(upstream, list, number, time).row()),
                        (moves, happening) -> moves.with(happening, 0.05),
                        (one, other) -> one);
    }

    /** Of a list without filter only totals tell that rows have gone, unless others have come in the same moment. */
    private static Stream<Happening> happenings(Upstream upstream) {
        return Stream.of(Happening.values())
                .filter(happening -> upstream.api() != Upstream.Api.REGISTRY || happening != Happening.PURGE_ANY);
    }

    private static Stream<Happened> told(
            MixedWorld world, Map<Identity, Moving> played, BiFunction<Moving, Identity, List<Row>> rows) {
        return world.asked.stream()
                .flatMap(upstream -> upstream.lists().stream()
                        .flatMap(list -> rows.apply(played.get(list), list).stream()
                                .map(row -> Happened.in(row, upstream, list))));
    }
}
