package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.SliceReader.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where slices begin and end. Times are milliseconds since 1970. */
class SlicePlanTest {
    private static final Sizes SIZES =
            new Sizes(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofDays(1_000), 160);

    @Test
    void aSliceEndsAtAMultipleOfAPowerOfTwoThatIsAboutATenthOfItsLength() {
        assertThat(asc().slice(at(6_400), at(1_000_000), 1_000)).isEqualTo(window(6_400, 7_424)); // of 64
        assertThat(desc().slice(at(6_400), at(0), 1_000)).isEqualTo(window(5_376, 6_400));
    }

    @Test
    void theFirstSliceBeginsOutsideTheWindowSoThatEqualReadsMeet() {
        assertThat(asc().first(at(6_410), at(1_000_000), 1_000)).isEqualTo(window(6_400, 7_424));
        assertThat(desc().first(at(6_390), at(0), 1_000)).isEqualTo(window(5_376, 6_400));
    }

    @Test
    void aSliceOfTheWholeWindowHoldsItAll() {
        assertThat(asc().first(at(1_003), at(2_003), 1_000)).isEqualTo(window(960, 2_048));
        assertThat(desc().first(at(2_003), at(1_003), 1_000)).isEqualTo(window(960, 2_048));
    }

    @Test
    void aShortSliceIsRoundedDownToWholeUnitsAndNeverToNothing() {
        assertThat(asc().slice(at(5), at(100), 7)).isEqualTo(window(5, 12));
        assertThat(desc().slice(at(5), at(-100), 1)).isEqualTo(window(4, 5));
    }

    @Test
    void aSliceIsNeverShorterThanTheShortestEvenBeyondTheWindow() {
        Sizes days = new Sizes(Duration.ofSeconds(1), Duration.ofDays(2), Duration.ofDays(30), 160);
        Window slice = new SlicePlan(EventOrder.DESC, days).slice(at(0), at(-3_600_000), 3_600_000);
        assertThat(slice).isEqualTo(new Window(at(0).minus(Duration.ofDays(2)), at(0)));
    }

    @Test
    void aSliceIsNeverLongerThanTheLongest() {
        Sizes days = new Sizes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(28), 160);
        Window slice = new SlicePlan(EventOrder.ASC, days)
                .slice(
                        at(0),
                        at(0).plus(Duration.ofDays(365)),
                        Duration.ofDays(365).toMillis());
        assertThat(slice).isEqualTo(new Window(at(0), at(0).plus(Duration.ofDays(28))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slicesOfAnyLengthLeadThroughTheWindowInWholeUnits(long seed) {
        Random random = new Random(seed);
        EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
        long unit = random.nextBoolean() ? 1 : 1_000;
        SlicePlan plan = new SlicePlan(
                order, new Sizes(Duration.ofMillis(unit), Duration.ofMillis(unit), Duration.ofDays(1), 160));
        Window window = window(random.nextInt(5_000), 5_000 + random.nextInt(1_000_000));

        Window slice = plan.first(window.near(order), window.far(order), 1 + random.nextInt(100_000));
        assertThat(order.compareTimes(slice.near(order), window.near(order))).isNotPositive();
        while (order.compareTimes(slice.far(order), window.far(order)) < 0) {
            assertThat(slice.length()).isPositive();
            assertThat(slice.near(order).toEpochMilli() % unit).isZero();
            slice = plan.slice(slice.far(order), window.far(order), 1 + random.nextInt(100_000));
        }
    }

    static LongStream seeds() {
        return Seeds.of(100);
    }

    private static SlicePlan asc() {
        return new SlicePlan(EventOrder.ASC, SIZES);
    }

    private static SlicePlan desc() {
        return new SlicePlan(EventOrder.DESC, SIZES);
    }

    private static Window window(long from, long to) {
        return new Window(at(from), at(to));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
