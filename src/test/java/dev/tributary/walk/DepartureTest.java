package dev.tributary.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventKey;
import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartureTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusMillis(5));

    @Test
    void theGapOfASourceThatFailedAtOnceIsTheWholeWindow() {
        for (EventOrder order : EventOrder.values()) {
            assertThat(gap(order, Position.start(order, WINDOW))).isEqualTo(WINDOW);
        }
    }

    /** An event still to be handed over lies in the gap; one outside it has been handed over. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theGapHoldsEveryEventNotHandedOver(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
            Position place = new Position.After(key(random)).seenBy("b", order);
            EventKey event = new EventKey(key(random).time(), "b", "7");
            if (place.isBefore(event, order)) {
                assertThat(gap(order, place).contains(event.time()))
                        .as("%s of %s in %s", event, place, order)
                        .isTrue();
            }
        }
    }

    @Test
    void theGapDoesNotReachBackBeyondThePlace() {
        Position place = new Position.At(NOON.plusMillis(2));
        assertThat(gap(EventOrder.DESC, place)).isEqualTo(new Window(NOON, NOON.plusMillis(3)));
        assertThat(gap(EventOrder.ASC, place)).isEqualTo(new Window(NOON.plusMillis(2), NOON.plusMillis(5)));
    }

    @Test
    void aPlaceBeyondTheFarEdgeLeavesAnEmptyGap() {
        assertThat(gap(EventOrder.DESC, new Position.At(NOON.minusMillis(1)))).isEqualTo(new Window(NOON, NOON));
        assertThat(gap(EventOrder.ASC, new Position.At(WINDOW.to()))).isEqualTo(new Window(WINDOW.to(), WINDOW.to()));
    }

    @Test
    void aForgedPlaceFarOutsideMakesNoGapOutsideTheWindow() {
        assertThat(gap(EventOrder.DESC, new Position.At(NOON.minusSeconds(9))).isEmpty())
                .isTrue();
        assertThat(gap(EventOrder.ASC, new Position.At(NOON.plusSeconds(9))).isEmpty())
                .isTrue();
        assertThat(gap(EventOrder.DESC, new Position.At(NOON.plusSeconds(9)))).isEqualTo(WINDOW);
        assertThat(gap(EventOrder.ASC, new Position.At(NOON.minusSeconds(9)))).isEqualTo(WINDOW);
    }

    private static Window gap(EventOrder order, Position place) {
        return new Departure("b", place, FailureType.TIMEOUT).gap(order, WINDOW);
    }

    private static EventKey key(Random random) {
        return new EventKey(
                NOON.plusMillis(random.nextInt(5)),
                "abc".substring(random.nextInt(3)).substring(0, 1),
                "7");
    }
}
