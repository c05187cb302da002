package dev.tributary.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventKey;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** Few times, sources and ids, so that ties in each are common. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPlaceAsASourceSeesItMeansTheSameForItsEvents(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
            EventKey event = key(random);
            Position place =
                    random.nextBoolean() ? new Position.At(key(random).time()) : new Position.After(key(random));
            assertThat(place.seenBy(event.source(), order).isBefore(event, order))
                    .as("%s of %s in %s", event, place, order)
                    .isEqualTo(place.isBefore(event, order));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void onlyThePlacesOfASourceItselfCarryAnId(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            EventKey last = key(random);
            String source = key(random).source();
            assertThat(new Position.After(last).seenBy(source, EventOrder.DESC) instanceof Position.After)
                    .isEqualTo(last.source().equals(source));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWalkBeginsBeforeEveryEventOfItsWindow(EventOrder order) {
        Position start = Position.start(order, new Window(NOON, NOON.plusMillis(2)));
        assertThat(start.isBefore(new EventKey(NOON, "a", "0"), order)).isTrue();
        assertThat(start.isBefore(new EventKey(NOON.plusMillis(1), "z", "f"), order))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theEventThatAPlaceStandsAfterIsNotHandedOverAgain(EventOrder order) {
        EventKey key = new EventKey(NOON, "a", "0");
        assertThat(new Position.After(key).isBefore(key, order)).isFalse();
    }

    /** A millisecond in which the walk stands is not passed, and read again. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPlacePartsAWindowInWhatIsPassedAndTheRest(long seed) {
        Random random = new Random(seed);
        Window window = new Window(NOON, NOON.plusMillis(3));
        for (int i = 0; i < 200; i++) {
            EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
            Position place = new Position.After(key(random));
            EventKey event = key(random);
            boolean isPassed = order.compareTimes(event.time(), place.time()) < 0;
            assertThat(place.passed(order, window).contains(event.time())).isEqualTo(isPassed);
            assertThat(place.rest(order, window).contains(event.time())).isEqualTo(!isPassed);
        }
    }

    private static EventKey key(Random random) {
        return new EventKey(
                NOON.plusMillis(random.nextInt(3)), pick(random, "a", "b", "c"), pick(random, "0", "7", "f"));
    }

    private static String pick(Random random, String... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
