package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.Allowance;
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
import org.junit.jupiter.api.Test;
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

    /** Rows that stand out of order, come and go must not make a scan doubt a list that runs, nor lose its way. */
    @Test
    void mostListsThatRunAreScannedThoughTheyMove() {
        List<PlayedScan> scans = LongStream.range(0, 200) // always: a share of few tells nothing
                .mapToObj(seed -> new MovingLists(seed, true, clock).strewn())
                .filter(world ->
                        world.pageSize >= 5) // shorter pages hardly ever share a row that shows where they stand
                .map(world -> scan(world, window(world)))
                .toList();
        assertThat(scans).isNotEmpty();
        long failed = scans.stream().filter(scan -> scan.failure() != null).count();
        assertThat(failed).isLessThanOrEqualTo(scans.size() / 5);
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
        Allowance step = new Allowance(clock, Duration.ofHours(1), 1 + random.nextInt(20));
        return new PlayedScan(world.lists, settings, window, order, step).toItsEnd();
    }

    private static Window window(MovingLists world) {
        int from = world.random().nextInt(world.newestSecond);
        int length = 1 + world.random().nextInt(world.newestSecond);
        return new Window(second(from), second(from + length));
    }

    private static List<Long> throughout(MovingLists world, Window window) {
        return world.throughout(window.from(), window.to()).stream()
                .map(Row::id)
                .toList();
    }
}
