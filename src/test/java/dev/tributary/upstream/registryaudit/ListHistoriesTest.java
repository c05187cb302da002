package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories of a list without time filter that would fool a simpler reader; rows are seconds, pages as told. */
class ListHistoriesTest {
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);
    private final Clock clock = Clock.fixed(second(1_000_000), ZoneOffset.UTC);

    /** History 2: the next request's place begins with the key, and 100 is late in the list. */
    @Test
    void aPlaceThatBeginsWithTheKeyIsNotBelieved() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(105, 101, 104, 103, 100, 101, 96, 92, 91, 90, 80);
        assertThat(walk(lists, 5, 3, 96, 108, EventOrder.DESC).inPagesOf(5).ids())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L)
                .doesNotHaveDuplicates();
    }

    /** History 3. */
    @Test
    void aStretchThatMeetsTheKeyReadsOnBeyondTheTolerance() {
        PlayedLists lists = new PlayedLists(4, clock).pulls(120, 119, 118, 118, 115, 114, 107, 107, 108, 103, 102, 90);
        assertThat(walk(lists, 4, 3, 106, 116, EventOrder.ASC).inPagesOf(2).ids())
                .containsExactlyInAnyOrder(5L, 6L, 7L, 8L, 9L);
    }

    /** History 4: late rows shift a list that runs oldest first. */
    @Test
    void aLateRowHidesNoneOfAListThatRunsOldestFirst() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(99, 100, 101, 102, 106, 109);
        lists.beforeCall(call -> {
            if (lists.offsets(Operation.PULL).size() == 2) {
                lists.rows(Operation.PULL).removeIf(row -> row.id() == 99);
                lists.rows(Operation.PULL).add(4, Row.at(105, 99));
            }
        });
        PlayedWalk walk = walk(lists, 5, 3, 90, 120, EventOrder.DESC).inPagesOf(100);
        assertThat(walk.ids()).contains(1L, 2L, 3L, 4L, 5L, 6L).doesNotHaveDuplicates();
        assertThat(walk.gaps).isEmpty();
    }

    /** History 5. */
    @Test
    void rowsOfOneTimeOnTwoPagesAreAllFoundWithoutAnyTolerance() {
        PlayedLists lists = new PlayedLists(2, clock).pulls(109, 108, 107, 107, 107, 106, 105, 104);
        for (EventOrder order : EventOrder.values()) {
            assertThat(walk(lists, 2, 0, 100, 110, order).inPagesOf(1).ids())
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
    }

    /** History 6. */
    @Test
    void rowsOutOfOrderBeyondTheToleranceMakeAnUncertainGap() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(125, 125, 113, 116, 114, 113, 106, 100, 105, 108, 106, 102);
        PlayedWalk walk = walk(lists, 5, 3, 100, 126, EventOrder.DESC).inPagesOf(3);
        assertThat(walk.gaps).isNotEmpty().allMatch(gap -> gap.uncertain());
        lists.rows(Operation.PULL).stream()
                .filter(row -> !walk.ids().contains(row.id()))
                .forEach(row -> assertThat(walk.isInUncertainGap(row.time())).isTrue());
    }

    /** History 8. */
    @Test
    void aCappedTotalIsNoEndOfAList() {
        List<Row> rows = IntStream.range(0, 30_000)
                .mapToObj(index -> Row.at(40_000 - index, index))
                .toList();
        PlayedLists lists = new PlayedLists(100, clock).cappingTotals().pulls(rows);
        PlayedWalk deep = walk(lists, 100, 600, 10_100, 10_200, EventOrder.DESC).inPagesOf(1_000);
        assertThat(deep.ids()).hasSize(100).startsWith(29_801L);
        PlayedWalk beyond = walk(lists, 100, 600, 9_000, 9_900, EventOrder.ASC).inPagesOf(1_000);
        assertThat(beyond.failure).isNull();
        assertThat(beyond.ids()).isEmpty();
    }

    /** History 18: direction shows by rows further apart than the tolerance, however the others stand. */
    @Test
    void rowsOutOfOrderWithinTheToleranceHideNoDirection() {
        PlayedLists lists = new PlayedLists(4, clock).pulls(50, 52, 51, 40, 42, 42, 41, 30, 33, 31, 20, 21, 10);
        assertThat(walk(lists, 4, 3, 30, 51, EventOrder.DESC).inPagesOf(2).ids())
                .containsExactlyInAnyOrder(1L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    /** History 19: the tolerance holds 12,000 rows of each list, and a request has 200 calls. */
    @Test
    void aBusyListIsReadWithTheToleranceThatFits() {
        for (EventOrder order : EventOrder.values()) {
            PlayedLists lists = new PlayedLists(100, clock)
                    .computes(
                            1_000_000,
                            (operation, offset) -> IntStream.range(offset, offset + 100)
                                    .mapToObj(index -> Row.at((1_000_000 - index) / 20.0, index))
                                    .toList());
            PlayedWalk walk = walk(lists, 100, 600, 20_000, 30_000, order);
            int before = 0;
            for (int request = 0; request < 5; request++) {
                before = walk.events.size();
                walk.page(100);
                assertThat(walk.events).hasSizeGreaterThan(before);
            }
            assertThat(walk.last.figures().tolerance()).isLessThan(Duration.ofMinutes(10));
        }
    }

    /** History 22. */
    @Test
    void rowsThatComeLateWithinSettleAreNoDisorder() {
        PlayedLists lists = new PlayedLists(5, Clock.fixed(second(120), ZoneOffset.UTC))
                .pulls(113, 112, 107, 106, 100, 99, 98, 97, 80, 70, 60);
        lists.beforeCall(call -> {
            if (lists.offsets(Operation.PULL).size() == 1) {
                List<Row> late = List.of(Row.at(113, 21), Row.at(111, 22), Row.at(113, 23), Row.at(113, 24));
                lists.rows(Operation.PULL).removeAll(late);
                lists.rows(Operation.PULL).addAll(9, late);
            }
        });
        PlayedWalk walk = new PlayedWalk(
                        lists,
                        replicas(lists, settings(5, 3, Clock.fixed(second(120), ZoneOffset.UTC))),
                        settings(5, 3, Clock.fixed(second(120), ZoneOffset.UTC)),
                        new Window(second(50), second(114)),
                        EventOrder.DESC)
                .inPagesOf(100);
        assertThat(walk.gaps).isEmpty();
    }

    /** Histories 23 and 24: rows arrive, and as many are purged, before every call. */
    @Test
    void aListThatMovesUnderAReadingFromOldToNewHidesNoRow() {
        List<Row> rows = IntStream.range(0, 400)
                .mapToObj(index -> Row.at(1_000 - index, index))
                .toList();
        PlayedLists lists = new PlayedLists(5, clock).pulls(rows);
        lists.beforeCall(call -> {
            lists.rows(Operation.PULL).add(0, Row.at(1_000 + call, 1_000 + call));
            lists.rows(Operation.PULL).remove(lists.rows(Operation.PULL).size() - 1);
        });
        PlayedWalk walk = walk(lists, 5, 3, 900, 980, EventOrder.ASC).inPagesOf(7);
        assertThat(walk.failure).isNull();
        assertThat(walk.ids())
                .containsExactlyElementsOf(IntStream.rangeClosed(21, 100)
                        .mapToObj(index -> 121L - index)
                        .toList());
    }

    @Test
    void aListWithoutOrderIsReadWholeAndTwice() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 90, 10, 70, 30, 20, 60);
        PlayedWalk walk = walk(lists, 3, 3, 15, 75, EventOrder.ASC).inPagesOf(2);
        assertThat(walk.ids()).containsExactly(6L, 5L, 1L, 7L, 4L);
        assertThat(walk.gaps).isEmpty();
    }

    @Test
    void aLongListWithoutOrderFailsByName() {
        List<Row> rows = IntStream.range(0, 6_000)
                .mapToObj(index -> Row.at(index * 7_919 % 6_007, index))
                .toList();
        PlayedWalk walk = walk(new PlayedLists(100, clock).pulls(rows), 100, 3, 15, 75, EventOrder.DESC)
                .page(1);
        assertThat(walk.failure.type()).isEqualTo(FailureType.INCONSISTENT);
        assertThat(walk.failure.message()).contains("max-scan");
    }

    private PlayedWalk walk(PlayedLists lists, int pageSize, int tolerance, int from, int to, EventOrder order) {
        ReadSettings settings = settings(pageSize, tolerance, clock);
        return new PlayedWalk(lists, replicas(lists, settings), settings, new Window(second(from), second(to)), order);
    }

    /** A new one with every request: nothing but the cursor's hints is known. */
    private static Supplier<List<AuditList>> replicas(PlayedLists lists, ReadSettings settings) {
        return () -> new ListSizes(new ProvenCache(0, settings.clock())).open(lists, settings);
    }

    private static ReadSettings settings(int pageSize, int tolerance, Clock clock) {
        return SampleSettings.of(ID, clock)
                .pageSize(pageSize)
                .reorderTolerance(Duration.ofSeconds(tolerance))
                .build();
    }
}
