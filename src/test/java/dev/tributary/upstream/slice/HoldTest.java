package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.source.InAQuery;
import dev.tributary.source.Reservation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool of ten thousand bytes, of which a query has reserved six thousand. */
class HoldTest {
    private static final Look LOOK =
            new Look(new Page(rows(10), 10), Instant.EPOCH, 1_000); // 4,000 on the heap, 400 a row

    static LongStream seeds() {
        return Seeds.of(100);
    }

    @Test
    void whatArrivesWithinTheReservationLeavesTheRestToOthers() {
        inAQuery(memory -> {
            new Hold(memory).arrived(LOOK);
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    @Test
    void whatArrivesBeyondItIsTakenFromTheRestUntilItIsReleased() {
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            hold.arrived(LOOK);
            hold.arrived(LOOK);
            assertThat(memory.tryTake(2_001)).isFalse();
            hold.release();
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    @Test
    void whatWasTakenAheadHoldsWhatArrivesAhead() {
        inAQuery(memory -> {
            memory.tryTake(4_000);
            Hold ahead = new Hold(memory, 4_000);
            new Hold(memory).arrived(LOOK);
            ahead.arrived(LOOK);
            ahead.release();
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    @Test
    void releasedTwiceGivesBackOnce() {
        inAQuery(memory -> {
            memory.tryTake(2_000);
            Hold ahead = new Hold(memory, 2_000);
            ahead.release();
            ahead.release();
            assertThat(memory.tryTake(4_001)).isFalse();
        });
    }

    @Test
    void whatArrivesAfterAllWasReleasedIsHeldByNobody() {
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            hold.release();
            hold.arrived(LOOK);
            hold.arrived(LOOK);
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    /** Ten of 400 bytes; a first row is reckoned with 2,048, and each page seen moves that by a quarter. */
    @Test
    void rowsThatAreKeptAreHeldByTheirMeanWeight() {
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            hold.arrived(LOOK); // 1,636
            hold.arrived(LOOK); // 1,327
            hold.keepsRows(6); // 7,962, of which 6,000 are reserved
            assertThat(memory.tryTake(2_039)).isFalse();
            assertThat(memory.tryTake(2_038)).isTrue();
        });
    }

    @Test
    void rowsThatAreKeptAfterAllWasReleasedAreHeldByNobody() {
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            hold.release();
            hold.keepsRows(6);
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatArrivesWhileAllIsReleasedIsHeldByNobody(long seed) {
        Random random = new Random(seed);
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            CompletableFuture<Void> arrivals = CompletableFuture.runAsync(() -> {
                for (int look = random.nextInt(1_000); look > 0; look--) {
                    hold.arrived(LOOK);
                }
            });
            hold.arrived(LOOK);
            hold.release();
            arrivals.join();
            assertThat(memory.tryTake(4_000)).isTrue();
        });
    }

    private static List<UpstreamRecord> rows(int count) {
        return Collections.nCopies(count, new UpstreamRecord(Map.of()));
    }

    private static void inAQuery(Consumer<Reservation> query) {
        InAQuery.run(10_000, 6_000, query);
    }
}
