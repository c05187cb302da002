package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.BufferPool;
import dev.tributary.source.Reservation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A pool of ten thousand bytes, of which a query has reserved six thousand. */
class HoldTest {
    private static final Look LOOK = new Look(new Page(List.of(), 0), Instant.EPOCH, 1_000); // 4,000 on the heap

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

    @Test
    void rowsThatAreKeptAreHeldByTheirMeanWeight() {
        inAQuery(memory -> {
            Hold hold = new Hold(memory);
            hold.arrived(LOOK);
            hold.arrived(LOOK);
            hold.keepsRows(4); // none seen yet: 2 KB each
            assertThat(memory.tryTake(1_809)).isFalse();
            assertThat(memory.tryTake(1_808)).isTrue();
        });
    }

    private static void inAQuery(Consumer<Reservation> query) {
        new BufferPool(10_000)
                .holding(
                        6_000,
                        0,
                        Duration.ofMinutes(1),
                        part -> Uni.createFrom().item(part.orElseThrow()).invoke(query))
                .await()
                .indefinitely();
    }
}
