package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Figures.ListOrder;
import dev.tributary.source.Freshness;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A scan reads all of a list, wherever an ordinary reading would stop. */
class ScanTest extends Scans {
    @Test
    void aRowFarBehindThePlaceWhereAnOrdinaryReadingStopsIsFound() {
        List<Row> rows = fallingFrom(1_000, 600);
        rows.add(550, Row.at(985, 9_000)); // its place is among rows of 450
        PlayedLists lists = new PlayedLists(10, clock).pulls(rows);
        Window window = window(980, 990);
        PlayedWalk ordinary = new PlayedWalk(
                lists,
                () -> new ListSizes(new ProvenCache(0, clock)).open(lists, settings(10)),
                settings(10),
                window,
                EventOrder.ASC);
        assertThat(ordinary.inPagesOf(100).ids()).hasSize(10).doesNotContain(9_000L);
        assertThat(ordinary.last.figures().listOrder()).isEqualTo(ListOrder.ASSUMED);

        PlayedScan scan = scan(lists, 10, window, UNBOUNDED);
        assertThat(scan.ids()).hasSize(11).contains(9_000L).containsAll(ordinary.ids());
        assertThat(scan.listOrder()).isEqualTo(ListOrder.CHECKED);
        assertThat(scan.batch().gaps()).isEmpty();
        assertThat(scan.batch().frontier().isEnd()).isTrue();
    }

    @Test
    void rowsAreHandedOverInTheOrderOfTheQuery() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(90, 80, 70, 60, 50, 75, 40, 30);
        for (EventOrder order : EventOrder.values()) {
            PlayedScan scan = new PlayedScan(lists, settings(3), window(45, 85), order, calls(UNBOUNDED)).toItsEnd();
            assertThat(scan.batch().events()).hasSize(5).isSortedAccordingTo(order);
        }
    }

    @Test
    void rowsOfAllThreeListsAreFound() {
        PlayedLists lists = new PlayedLists(2, clock);
        lists.plays(Operation.PULL, fallingFrom(100, 20));
        lists.plays(Operation.DELETE, fallingFrom(100, 21));
        lists.plays(Operation.CREATE, fallingFrom(100, 22));
        assertThat(scan(lists, 2, window(0, 1_000), UNBOUNDED).ids()).hasSize(63);
    }

    @Test
    void aListThatRunsOldestFirstIsScannedFromItsEnd() {
        List<Row> rows =
                IntStream.range(0, 50).mapToObj(id -> Row.at(id * 10, id)).toList();
        PlayedLists lists = new PlayedLists(5, clock).pulls(rows);
        assertThat(scan(lists, 5, window(95, 205), UNBOUNDED).ids())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(10, 20).mapToObj(id -> 30 - id).toList());
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 45, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0);
    }

    @Test
    void aBudgetOfFewCallsAStepEndsAfterManySteps() {
        PlayedLists lists = new PlayedLists(10, clock);
        for (Operation operation : Operation.values()) {
            lists.plays(operation, fallingFrom(10_000, 3_000));
        }
        PlayedScan scan = scan(lists, 10, window(0, 20_000), 7);
        assertThat(scan.ids()).hasSize(9_000);
        assertThat(scan.steps).isBetween(903 / 7, 912 / 7 + 1);
    }

    @Test
    void oneCallAStepIsEnoughWhileTheListMoves() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(fallingFrom(1_000, 100));
        lists.beforeCall(call -> {
            if (call % 4 == 0) {
                lists.rows(Operation.PULL).remove(lists.rows(Operation.PULL).size() - 1);
            }
        });
        assertThat(scan(lists, 5, window(951, 2_000), 1).ids()).hasSize(50);
    }

    @Test
    void aListThatGrowsWhileItsEndIsLookedForIsScannedFromItsNewEnd() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        lists.beforeCall(call -> {
            if (call == 3) {
                IntStream.range(0, 6).forEach(row -> lists.rows(Operation.PULL).add(Row.at(100 + row, 11 + row)));
            }
        });
        assertThat(scan(lists, 5, window(0, 200), UNBOUNDED).ids()).hasSize(16);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 5, 10, 15, 10, 5, 0);
    }

    /** A total that may be capped tells neither where the list ends nor that it stands still. */
    @Test
    void aListWithACappedTotalIsReadToItsEndWhicheverWayItRuns() {
        List<Row> rows = fallingFrom(40_000, 12_345);
        PlayedLists newestFirst = new PlayedLists(100, clock).cappingTotals().pulls(rows);
        assertThat(scan(newestFirst, 100, window(0, 50_000), UNBOUNDED).ids()).hasSize(12_345);
        Collections.reverse(rows);
        PlayedLists oldestFirst = new PlayedLists(100, clock).cappingTotals().pulls(rows);
        assertThat(scan(oldestFirst, 100, window(0, 50_000), UNBOUNDED).ids()).hasSize(12_345);
    }

    /** What others had asked for before may show the list as it was then, and so hide a row between two pages. */
    @Test
    void pagesAreNotSharedWithOthers() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 30));
        assertThat(scan(lists, 10, window(0, 2_000), UNBOUNDED).ids()).hasSize(30);
        assertThat(lists.freshness()).containsOnly(Freshness.FRESH);
    }

    @Test
    void aScanDoesNotCrowdOutWhatOthersRememberOfTheList() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 5_000));
        List<AuditList> replica = new ListSizes(new ProvenCache(0, clock)).open(lists, settings(10));
        PlayedWalk walk =
                new PlayedWalk(lists, () -> replica, settings(10), window(-1_500, -1_490), EventOrder.DESC).fresh();
        walk.inPagesOf(100);
        new PlayedScan(lists, replica, settings(10), walk.window(), EventOrder.DESC, calls(UNBOUNDED)).toItsEnd();
        lists.forgetCalls();
        new PlayedWalk(lists, () -> replica, settings(10), walk.window(), EventOrder.DESC)
                .fresh()
                .inPagesOf(100);
        assertThat(lists.offsets(Operation.PULL)).hasSizeLessThanOrEqualTo(4); // nothing was searched again
    }
}
