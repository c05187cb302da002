package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through lists drawn from a seed: whatever moves, no row that was there throughout is lost or told twice. */
class MovingListsTest {
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);
    private final Clock clock = Clock.fixed(second(1_000_000), ZoneOffset.UTC);

    static LongStream seeds() {
        return Seeds.of(400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aListThatStandsStillIsWalkedExactly(long seed) {
        MovingLists world = new MovingLists(seed, false, clock);
        PlayedWalk walk = walk(world);
        assertThat(walk.failure).isNull();
        assertThat(walk.gaps).isEmpty();
        assertThat(walk.ids()).doesNotHaveDuplicates();
        assertThat(walk.ids())
                .hasSameElementsAs(
                        ids(world.throughout(walk.window().from(), walk.window().to())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRowThatWasThereThroughoutIsToldOnceOrLiesInAGap(long seed) {
        MovingLists world = new MovingLists(seed, true, clock);
        PlayedWalk walk = walk(world);
        assertThat(walk.ids()).doesNotHaveDuplicates();
        assertThat(walk.events).isSortedAccordingTo(walk.order());
        assertThat(walk.failure == null ? FailureType.INCONSISTENT : walk.failure.type())
                .isIn(FailureType.INCONSISTENT, FailureType.TOO_LARGE);
        List<Long> told = walk.ids();
        assertThat(world.throughout(walk.window().from(), walk.window().to()))
                .filteredOn(row -> walk.reached.hasPassed(row.time()) && !told.contains(row.id()))
                .allMatch(row -> walk.isInUncertainGap(row.time()));
    }

    private PlayedWalk walk(MovingLists world) {
        Random random = world.random();
        int from = random.nextInt(world.newestSecond);
        int to = from + 1 + random.nextInt(world.newestSecond);
        ReadSettings settings = SampleSettings.of(ID, clock)
                .pageSize(world.pageSize)
                .reorderTolerance(Duration.ofSeconds(world.toleranceSeconds))
                .maxCalls(3_000)
                .build();
        EventOrder order = random.nextBoolean() ? EventOrder.DESC : EventOrder.ASC;
        return new PlayedWalk(
                        world.lists, replica(world, settings), settings, new Window(second(from), second(to)), order)
                .inPagesOf(random.nextInt(3) == 0 ? 1_000 : 1 + random.nextInt(10));
    }

    /** Now the one that answered before, which remembers, now one that knows nothing but the cursor's hints. */
    private Supplier<List<AuditList>> replica(MovingLists world, ReadSettings settings) {
        List<AuditList> before = new ListSizes(new ProvenCache(1_000_000, clock)).open(world.lists, settings);
        return () -> world.random().nextBoolean()
                ? before
                : new ListSizes(new ProvenCache(0, clock)).open(world.lists, settings);
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }
}
