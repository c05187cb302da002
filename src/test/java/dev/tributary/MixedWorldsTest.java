package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an upstream is like and whatever is asked: walking gives every event once, in order, or names its gap. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(WorldsProfile.class)
class MixedWorldsTest extends FrontDoorTest {
    private static int tried;

    static LongStream seeds() {
        return Seeds.of(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walkingEqualsTheTruth(long seed) {
        MixedWorld world = new MixedWorld(seed);
        world.playedBy(simulator);
        tried++;

        Walk walk = Walk.from(api, world.path());
        assertIsTrue(walk, world, world.order);
        if (walk.complete()) {
            backwards(world, walk.ids());
        }
    }

    private void assertIsTrue(Walk walk, MixedWorld world, String order) {
        Map<String, Happened> truth = world.truth();
        Verdict verdict = new Verdict(walk, truth.values(), truth.keySet());
        if (world.isProvable()) {
            verdict.holdsWhole(order);
        } else {
            verdict.holds(order);
        }
    }

    private void backwards(MixedWorld world, List<String> ids) {
        String other = world.order.equals("asc") ? "desc" : "asc";
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        assertThat(Walk.from(api, world.path(other, 1_000)).ids()).isEqualTo(reversed);
    }

    @AfterAll
    static void tell() {
        System.out.println("Worlds walked: " + tried);
    }
}
