package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources fail at random calls and are back at the next: pages and the links of their gaps give every event once. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(WorldsProfile.class)
class FailingWorldsTest extends FrontDoorTest {
    /** Keeps these worlds away from others of the same seeds. */
    private static final Duration SHIFT = Duration.ofDays(1);

    private static final List<Fault> FAULTS = List.of(
            Fault.status(500, "X.1"), Fault.status(403, "X.1"), Fault.emptyObject(), Fault.throttled(), Fault.reset());

    static LongStream seeds() {
        return Seeds.of(120).filter(seed -> new MixedWorld(seed, SHIFT).isProvable());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pagesAndTheLinksOfTheirGapsGiveEveryEventOnce(long seed) {
        MixedWorld world = new MixedWorld(seed, SHIFT);
        world.playedBy(simulator);
        failAtRandom(world, new Random(seed));
        Map<String, Happened> truth = world.truth();

        Walk walk = Walk.from(api, world.path());
        new Verdict(walk, truth.values(), truth.keySet()).holds(world.order);

        simulator.heals();
        List<String> all = new ArrayList<>(walk.markers());
        walk.links().forEach(link -> all.addAll(Walk.from(api, link).markers()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(truth.keySet());
    }

    private void failAtRandom(MixedWorld world, Random random) {
        world.asked.forEach(upstream -> upstream.lists()
                .forEach(list -> simulator.fault(
                        list, Calls.number(1 + random.nextInt(12)), FAULTS.get(random.nextInt(FAULTS.size())))));
    }
}
