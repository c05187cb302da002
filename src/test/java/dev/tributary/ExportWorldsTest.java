package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an upstream is like and whatever is asked: an export is the walk in pages, and that the one in CSV. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(WorldsProfile.class)
class ExportWorldsTest extends FrontDoorTest {
    /** Worlds that {@link MixedWorldsTest} walks; these are others. */
    private static final int OTHERS = 300;

    /** Keeps these worlds away from others of the same seeds. */
    private static final Duration SHIFT = Duration.ofDays(2);

    private static int tried;
    private static int compared;

    static LongStream seeds() {
        return Seeds.of(100).map(seed -> seed + OTHERS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anExportIsTheWalkInPages(long seed) throws IOException, InterruptedException {
        MixedWorld world = new MixedWorld(seed, SHIFT);
        world.playedBy(simulator);
        tried++;
        String question = world.path().replaceAll("&limit=\\d+", "");

        Walk export = Walk.exported(url, question + "&format=ndjson");

        if (world.isProvable()) {
            Map<String, Happened> truth = world.truth();
            new Verdict(export, truth.values(), truth.keySet()).holdsWhole(world.order);
        }
        Walk pages = Walk.from(api, world.path());
        assertThat(export.complete()).isEqualTo(pages.complete());
        if (pages.complete()) {
            compared++;
            assertThat(export.ids()).isEqualTo(pages.ids());
            assertThat(CsvWalk.ids(url, question + "&format=csv&limit=" + world.limit + "&partial=allow"))
                    .isEqualTo(pages.ids());
        }
    }

    @AfterAll
    static void mostWorldsWereWholeAndCompared() {
        assertThat(compared).isGreaterThanOrEqualTo(tried / 2);
    }
}
