package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.Reservation;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.Reader;
import dev.tributary.upstream.slice.Tally;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scan trusts: a sweep through a list that runs one way, or two that show the same. */
class ScanProofTest extends Scans {
    @Test
    void aListWithoutOrderIsProvenByASecondSweepThatShowsTheSame() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 90, 10, 70, 30, 20, 60);
        assertThat(scan(lists, 3, window(15, 75), UNBOUNDED).ids()).containsExactly(4L, 7L, 1L, 5L, 6L);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 6, 3, 0, 6, 3, 0);
    }

    /** A row behind the place comes while one before it goes: the total does not tell. */
    @Test
    void aSweepThatShowsOtherRowsThanTheOneBeforeProvesNothing() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 90, 10, 70, 30, 20, 60, 45, 55);
        lists.beforeCall(call -> {
            if (lists.offsets(Operation.PULL).size() % 4 == 3) {
                lists.rows(Operation.PULL).remove(0);
                lists.rows(Operation.PULL).add(Row.at(10 + call, 100 + call));
            }
        });
        assertThat(scan(lists, 3, window(15, 75), UNBOUNDED).failure().type()).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void aListWhoseRowsAreOfOneTimeShowsNoDirectionAndIsSweptTwice() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 50, 51, 50, 49, 50, 51, 49);
        assertThat(scan(lists, 3, window(50, 51), UNBOUNDED).ids()).hasSize(4);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 6, 3, 6, 0, 3, 6);
    }

    /** Its first row and its last would tell a direction, which the others belie. */
    @Test
    void aListThatOnlySeemsToRunIsNotBelieved() {
        PlayedLists lists = new PlayedLists(1, clock).pulls(90, 10, 80, 20, 70, 30, 60, 40);
        lists.beforeCall(call -> {
            if (lists.offsets(Operation.PULL).size() == 5) { // a row behind the place comes, one before it goes
                lists.rows(Operation.PULL).remove(0);
                lists.rows(Operation.PULL).add(Row.at(15, 99));
            }
        });
        assertThat(scan(lists, 1, window(0, 100), UNBOUNDED).ids()).hasSize(8).doesNotContain(1L);
        assertThat(lists.offsets(Operation.PULL).size()).isGreaterThan(2 * 9);
    }

    @Test
    void aListWithoutOrderThatNeverStandsStillFails() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 90, 10, 70, 30, 20, 60);
        lists.beforeCall(call -> lists.rows(Operation.PULL).add(Row.at(call % 100, 100 + call)));
        assertThat(scan(lists, 3, window(15, 75), 5).failure().type()).isEqualTo(FailureType.INCONSISTENT);
    }

    /** A row that is pulled across a border between two pages stands before the place that was read. */
    @Test
    void aRowThatAPurgePullsAcrossABorderIsFound() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(fallingFrom(1_000, 100));
        lists.beforeCall(call -> {
            if (lists.offsets(Operation.PULL).size() == 6) {
                lists.rows(Operation.PULL).remove(3);
            }
        });
        assertThat(scan(lists, 5, window(0, 2_000), UNBOUNDED).ids()).hasSize(100);
    }

    @Test
    void aListFromWhichRowsVanishAllTheTimeFails() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(fallingFrom(1_000, 100));
        lists.beforeCall(call -> lists.rows(Operation.PULL).remove(0));
        assertThat(scan(lists, 5, window(0, 2_000), UNBOUNDED).failure().type()).isEqualTo(FailureType.INCONSISTENT);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 95, 5, 0, 5, 0, 5, 0, 5);
    }

    /** Their medians fall from page to page, as those of three strewn pages may. */
    @Test
    void aShortListWhoseRowsContradictItsPagesIsSweptTwice() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(90, 10, 80, 20, 70, 60, 40, 5);
        assertThat(scan(lists, 3, window(0, 100), UNBOUNDED).ids()).hasSize(8);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0, 6, 3, 6, 0, 3, 6);
    }

    @Test
    void aShortListInOrderIsSweptOnceWhicheverWayItRuns() {
        PlayedLists falling = new PlayedLists(3, clock).pulls(90, 80, 70, 60, 62, 50, 40, 30);
        assertThat(scan(falling, 3, window(0, 100), UNBOUNDED).ids()).hasSize(8);
        assertThat(falling.offsets(Operation.PULL)).containsExactly(0, 6, 3, 6);
        PlayedLists rising = new PlayedLists(3, clock).pulls(30, 40, 50, 62, 60, 70, 80, 90);
        assertThat(scan(rising, 3, window(0, 100), UNBOUNDED).ids()).hasSize(8);
        assertThat(rising.offsets(Operation.PULL)).containsExactly(0, 6, 3, 0);
    }

    @Test
    void aListOfOnePageNeedsNoOrder() {
        PlayedLists lists = new PlayedLists(9, clock).pulls(90, 10, 80, 20, 70, 60, 40, 5);
        assertThat(scan(lists, 9, window(0, 100), UNBOUNDED).ids()).hasSize(8);
        assertThat(lists.offsets(Operation.PULL)).containsExactly(0);
    }

    /** No list is known to be so long; it must not look as if it had ended. */
    @Test
    void aListThatGoesOnBehindTheLastOffsetIsTooLarge() {
        List<Row> rows = fallingFrom(1_000, 1);
        PlayedLists lists = new PlayedLists(1, clock).computes(Integer.MAX_VALUE, (operation, offset) -> rows);
        AuditList list = new ListSizes(new ProvenCache(0, clock))
                .open(lists, settings(1))
                .get(0);
        Reservation memory = calls(1).memory();
        Sweep sweep = new Sweep(
                Direction.NEWEST_FIRST,
                0,
                new Kept(window(0, 2_000), memory),
                new Trend(Direction.NEWEST_FIRST, Duration.ZERO));
        sweep.receive(page(list, 0));
        assertThatExceptionOfType(UpstreamException.class)
                .isThrownBy(() -> sweep.receive(page(list, AuditList.LAST_NUMBER)))
                .satisfies(thrown -> assertThat(thrown.failure().type()).isEqualTo(FailureType.TOO_LARGE));
    }

    private ListPage page(AuditList list, int number) {
        Tally tally = new Tally(Reader.request(window(0, 1), EventOrder.DESC), settings(1));
        return list.page(number, tally).await().indefinitely();
    }

    /** A step back weighs more than three on the way, for in a list without order either is as likely. */
    @Test
    void aListOfWhichOnePageStandsElsewhereNeedsMorePagesThatDoNot() {
        PlayedLists few = new PlayedLists(1, clock).pulls(90, 80, 70, 85, 60, 50, 40);
        assertThat(scan(few, 1, window(0, 100), UNBOUNDED).ids()).hasSize(7);
        assertThat(few.offsets(Operation.PULL)).hasSizeGreaterThan(2 * 7);
        PlayedLists many = new PlayedLists(1, clock).pulls(90, 80, 70, 85, 60, 50, 40, 30, 20);
        assertThat(scan(many, 1, window(0, 100), UNBOUNDED).ids()).hasSize(9);
        assertThat(many.offsets(Operation.PULL)).hasSizeLessThan(2 * 9);
    }
}
