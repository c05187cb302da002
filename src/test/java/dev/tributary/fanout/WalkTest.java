package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk, whatever its page size, is one big read; and what it lacks, it names. */
class WalkTest {
    static LongStream seeds() {
        return Seeds.of(150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walkingGivesEveryEventOnceAndInOrder(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        Walked walked = Walked.of(world.ask, world.sources);
        assertThat(walked.events()).isEqualTo(world.truth());
        assertThat(walked.gaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void runningOutOfBudgetAnywhereChangesNothing(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        Walked walked = Walked.of(world.ask, world.sources, world::hurries);
        assertThat(walked.events()).isEqualTo(world.truth());
        assertThat(walked.gaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAWalkLacksLiesBehindTheLinksOfItsGaps(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        world.sources.forEach(world::fails);
        world.assertNothingIsLost(Walked.of(world.ask, world.sources));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sourcesMayFailStepOverAndRecoverBetweenAnyTwoRequests(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        world.assertNothingIsLost(Walked.of(world.ask, world.sources, world::changes));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherDoesARequestThatAllowsNoGapLoseAnything(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        world.assertNothingIsLost(Walked.of(world.ask.partial(PartialMode.DENY), world.sources, world::changes));
    }
}
