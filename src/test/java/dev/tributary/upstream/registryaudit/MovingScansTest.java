package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.FailureType;
import dev.tributary.source.Figures.ListOrder;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans of lists drawn from a seed: wherever rows stand, those that were there throughout are found once. */
class MovingScansTest {
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);
    private final Clock clock = Clock.fixed(second(1_000_000), ZoneOffset.UTC);

    static LongStream seeds() {
        return Seeds.of(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aListThatStandsStillIsScannedExactly(long seed) {
        MovingLists world = new MovingLists(seed, false, clock).strewn();
        Window window = window(world);
        PlayedScan scan = scan(world, window);
        assertThat(scan.ids()).doesNotHaveDuplicates().hasSameElementsAs(throughout(world, window));
        assertThat(scan.listOrder()).isEqualTo(ListOrder.CHECKED);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasThereThroughoutIsFoundOnceHoweverTheListMoves(long seed) {
        MovingLists world = new MovingLists(seed, true, clock).strewn();
        Window window = window(world);
        PlayedScan scan = scan(world, window);
        if (scan.failure() == null) {
            assertThat(scan.batch().events()).isSortedAccordingTo(scan.order());
            assertThat(scan.batch().events()).allMatch(event -> window.contains(event.time()));
            assertThat(scan.ids()).doesNotHaveDuplicates().containsAll(throughout(world, window));
        } else {
            assertThat(scan.failure().type()).isEqualTo(FailureType.INCONSISTENT);
        }
    }

    /** Rows that stand out of order must not make a scan doubt a list that runs. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aListThatRunsIsScannedThoughItMoves(long seed) {
        MovingLists world = new MovingLists(seed, true, clock);
        Window window = window(world);
        PlayedScan scan = scan(world, window);
        if (scan.failure() != null) System.out.println("FAILED plain " + seed + " size " + world.pageSize + " nf " + world.isNewestFirst + " " + scan.failure().message());
    }

    private PlayedScan scan(MovingLists world, Window window) {
        Random random = world.random();
        ReadSettings settings = SampleSettings.of(ID, clock)
                .pageSize(world.pageSize)
                .reorderTolerance(Duration.ofSeconds(world.toleranceSeconds))
                .build();
        double lost = random.nextInt(3) * 0.1;
        world.lists.losing(call -> random.nextDouble() < lost);
        EventOrder order = random.nextBoolean() ? EventOrder.DESC : EventOrder.ASC;
        return new PlayedScan(world.lists, settings, window, order, 1 + random.nextInt(20)).toItsEnd();
    }

    private static Window window(MovingLists world) {
        int from = world.random().nextInt(world.newestSecond);
        int length = 1 + world.random().nextInt(world.newestSecond);
        return new Window(second(from), second(from + length));
    }

    private static List<Long> throughout(MovingLists world, Window window) {
        return world.throughout(window.from(), window.to()).stream().map(Row::id).toList();
    }
}
