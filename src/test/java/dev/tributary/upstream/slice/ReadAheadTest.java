package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many slices of 100 rows are read side by side, eight at most, for a query of 1,000 events. */
class ReadAheadTest {
    private static final int ROWS = 100;

    private final ReadAhead readAhead = new ReadAhead(1_000, 8);

    @Test
    void oneAtFirstThenTwiceAsManyWithEveryPull() {
        for (int slices : new int[] {1, 2, 4, 8, 8}) {
            assertThat(pulled()).isEqualTo(slices);
        }
    }

    @Test
    void noMoreThanWhatIsStillWantedNeeds() {
        pulled();
        pulled();
        pulled();
        readAhead.handedOver(500);
        readAhead.handedOver(250);
        assertThat(pulled()).isEqualTo(3);
    }

    /** Other sources hold the merge back, so what comes next is needed after all. */
    @Test
    void asManyAsMayBeOnceEverythingWantedWasHandedOver() {
        readAhead.handedOver(1_000);
        for (int slices : new int[] {1, 2, 4, 8}) {
            assertThat(pulled()).isEqualTo(slices);
        }
    }

    @Test
    void oneAgainAfterASliceThatWasTooLong() {
        pulled();
        pulled();
        pulled();
        readAhead.restarts();
        assertThat(readAhead.slices(ROWS)).isEqualTo(1);
        assertThat(pulled()).isEqualTo(2);
    }

    private int pulled() {
        readAhead.pulled();
        return readAhead.slices(ROWS);
    }
}
