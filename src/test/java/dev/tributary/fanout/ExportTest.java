package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An export is a walk in one stream: what holds of pages holds of its steps. */
class ExportTest {
    static LongStream seeds() {
        return Seeds.of(150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anExportGivesEveryEventOnceAndInOrder(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        Walked exported = Walked.ofExports(world.ask, step(seed), world.sources, () -> {});
        assertThat(exported.events()).isEqualTo(world.truth());
        assertThat(exported.gaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void runningOutOfBudgetAnywhereChangesNothing(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        Walked exported = Walked.ofExports(world.ask, step(seed), world.sources, world::hurries);
        assertThat(exported.events()).isEqualTo(world.truth());
        assertThat(exported.gaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sourcesMayFailStepOverAndRecoverBetweenAnyTwoSteps(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        world.assertNothingIsLost(Walked.ofExports(world.ask, step(seed), world.sources, world::changes));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherDoesAnExportThatAllowsNoGapLoseAnything(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        world.assertNothingIsLost(
                Walked.ofExports(world.ask.partial(PartialMode.DENY), step(seed), world.sources, world::changes));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatACutExportLackedStandsInItsLinesOfProgress(long seed) {
        ScriptedWorld world = new ScriptedWorld(seed);
        Random random = new Random(seed);
        world.assertNothingIsLost(
                Walked.ofExports(world.ask, step(seed), world.sources, world::changes, () -> random.nextInt(3) == 0));
    }

    private static int step(long seed) {
        return 1 + (int) (seed % 9);
    }
}
