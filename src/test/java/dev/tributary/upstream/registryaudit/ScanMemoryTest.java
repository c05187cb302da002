package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.BufferPool;
import dev.tributary.source.FailureType;
import dev.tributary.source.Reservation;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** What a scan takes of the process's memory, and gives back. */
class ScanMemoryTest extends Scans {
    private static final long HEAP_BYTES_OF_A_ROW = 4 * 100; // played rows are 100 bytes on the wire

    @Test
    void onlyRowsOfTheWindowTakeMemory() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 600));
        assertThat(scan(lists, 10, window(950, 960), roomFor(10)).ids()).hasSize(10);
    }

    @Test
    void aRowThatIsShownAgainTakesMemoryOnce() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 600));
        lists.beforeCall(call -> lists.rows(Operation.PULL).add(0, Row.at(1_000, 1_000 + call)));
        assertThat(scan(lists, 10, window(900, 950), roomFor(50)).ids()).hasSize(50);
    }

    @Test
    void aWindowThatTheProcessHasNoRoomForIsTooLarge() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 600));
        SourceFailure failure = scan(lists, 10, window(950, 960), roomFor(9)).failure();
        assertThat(failure.type()).isEqualTo(FailureType.TOO_LARGE);
        assertThat(failure.message()).contains("max-buffered-bytes"); // the key is what an operator looks for
    }

    @Test
    void whatASweepKeptMakesRoomForTheNextOne() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(50, 90, 10, 70, 30, 20, 60);
        assertThat(scan(lists, 3, window(15, 75), roomFor(5)).ids()).hasSize(5);
    }

    @Test
    void whatATooLargeScanHadTakenIsGivenBackWhenItIsClosed() {
        Reservation memory = memory(9);
        PlayedScan scan = scanOfRows(10, memory);
        assertThat(scan.failure()).isNotNull();
        scan.close();
        assertThat(memory.tryTake(9 * HEAP_BYTES_OF_A_ROW)).isTrue();
    }

    @Test
    void whatWasHandedOverHoldsItsMemoryUntilTheScanIsClosed() {
        Reservation memory = memory(10);
        PlayedScan scan = scanOfRows(10, memory);
        assertThat(scan.ids()).hasSize(10);
        assertThat(memory.tryTake(1)).isFalse();
        scan.close();
        scan.close();
        assertThat(memory.tryTake(10 * HEAP_BYTES_OF_A_ROW)).isTrue();
    }

    @Test
    void aPageThatComesAfterTheScanWasClosedTakesNoMemory() {
        Reservation memory = memory(10);
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 600));
        PlayedScan scan = new PlayedScan(lists, settings(10), window(950, 960), EventOrder.DESC, allowance(memory));
        lists.beforeCall(call -> {
            if (call == 5) {
                scan.close();
            }
        });
        scan.toItsEnd();
        assertThat(memory.tryTake(10 * HEAP_BYTES_OF_A_ROW)).isTrue();
    }

    /** It holds a part already: if it had to wait for others, they might wait for it. */
    @Test
    void aScanGoesOnWhileOthersQueue() {
        BufferPool pool = new BufferPool(20 * HEAP_BYTES_OF_A_ROW);
        Reservation memory = reserved(pool, 10 * HEAP_BYTES_OF_A_ROW);
        reserved(pool, 4 * HEAP_BYTES_OF_A_ROW);
        pool.holding(0, 9 * HEAP_BYTES_OF_A_ROW, LONG, given -> Uni.createFrom().nothing())
                .subscribe()
                .with(ended -> {});
        assertThat(memory.tryTake(1)).as("somebody queues").isFalse();
        assertThat(scanOfRows(5, memory).ids()).hasSize(5);
    }

    private PlayedScan scanOfRows(int rows, Reservation memory) {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 600));
        return scan(lists, 10, window(950, 950 + rows), allowance(memory));
    }

    private Allowance roomFor(int rows) {
        return allowance(memory(rows));
    }

    private Allowance allowance(Reservation memory) {
        return new Allowance(clock, LONG, UNBOUNDED, memory);
    }

    /** Of a process that has room for so many rows. */
    private static Reservation memory(int rows) {
        return reserved(new BufferPool(rows * HEAP_BYTES_OF_A_ROW), 0);
    }
}
