package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Scan;
import dev.tributary.source.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long the next slice should be, to hold 160 rows. */
class SliceLengthTest {
    private static final Window WINDOW = window(0, 1_000_000);
    private static final double ROWS = 160;

    @Test
    void withoutKnowledgeItIsTheWindowItself() {
        assertThat(length().millis()).isEqualTo(1_000_000);
        assertThat(length().hints().isEmpty()).isTrue();
    }

    @Test
    void whatAnEarlierPageLearntIsUsedAndHandedOn() {
        SliceLength length = length(new Hints(List.of(5_000L)));
        assertThat(length.millis()).isEqualTo(5_000);
        assertThat(length.hints()).isEqualTo(new Hints(List.of(5_000L)));
    }

    @Test
    void aHintThatCannotBeIsBroughtIntoRange() {
        assertThat(length(new Hints(List.of(-5L))).millis()).isEqualTo(1);
        assertThat(length(new Hints(List.of(Long.MAX_VALUE))).millis()).isEqualTo(1_000_000);
    }

    @Test
    void theNextSliceIsAsDenseAsTheLast() {
        SliceLength length = length();
        length.learn(proven(10_000, 320), ROWS);
        assertThat(length.millis()).isEqualTo(5_000);
        assertThat(length.hints()).isEqualTo(new Hints(List.of(5_000L)));
    }

    @Test
    void whatDiffersByChanceIsAveraged() {
        SliceLength length = length(new Hints(List.of(10_000L)));
        length.learn(proven(10_000, 200), ROWS); // says 8,000
        assertThat(length.millis()).isEqualTo(9_000);
    }

    @Test
    void afterFewRowsItGrowsEightfoldAtMost() {
        SliceLength length = length(new Hints(List.of(1_000L)));
        length.learn(proven(1_000, 0), ROWS);
        assertThat(length.millis()).isEqualTo(8_000);
    }

    @Test
    void rowsToldInTheOrderOfReadingShowWhereTheNextSliceEnds() {
        SliceLength length = length();
        length.learn(WINDOW, new Slice.TooMany(5_000, everyTenMillis(200)), ROWS);
        assertThat(length.millis()).isEqualTo((long) (0.95 * 1_590)); // the 160th row
    }

    @Test
    void rowsToldFromTheFarEndShowItOnlyIfTheOthersAreFew() {
        List<Instant> far = reversed(everyTenMillis(200));
        SliceLength few = length();
        few.learn(WINDOW, new Slice.TooMany(300, far), ROWS); // 100 before them, so the 60th of them
        assertThat(few.millis()).isEqualTo((long) (0.95 * 590));
        SliceLength many = length();
        many.learn(WINDOW, new Slice.TooMany(360, reversed(everyTenMillisFrom(16_000, 200))), ROWS);
        assertThat(many.millis()).isEqualTo((long) (0.95 * 16_000)); // 160 before them, in 16 seconds
    }

    /** The first slice is rounded outward, often past the last row there is: 3,000 ms here. */
    @Test
    void whatLiesInFrontOfTheWindowDoesNotCount() {
        Window rounded = window(-3_000, 1_000_000);
        SliceLength length = length();
        length.learn(rounded, new Slice.TooMany(5_000, everyTenMillis(200)), ROWS);
        assertThat(length.millis()).isEqualTo((long) (0.95 * 1_590));

        SliceLength partly = length();
        partly.learn(rounded, new Slice.TooMany(5_000, everyTenMillisFrom(-1_000, 300)), ROWS);
        assertThat(partly.millis()).isEqualTo((long) (0.95 * 1_590));

        SliceLength wholly = length();
        wholly.learn(rounded, new Slice.TooMany(1_800, everyTenMillisFrom(-3_000, 200)), ROWS);
        assertThat(wholly.millis()).isEqualTo((long) (0.95 * 100_300)); // 160 of 1,600 in 1,003 seconds
    }

    @Test
    void rowsToldInNoOrderAreASample() {
        List<Instant> sample = new ArrayList<>(everyTenMillis(200));
        Collections.swap(sample, 0, 100);
        SliceLength length = length();
        length.learn(WINDOW, new Slice.TooMany(3_200, sample), ROWS); // 160 of 3,200 are 10 of 200
        assertThat(length.millis()).isEqualTo((long) (0.95 * 90));
    }

    @Test
    void withoutAnyRowTheTotalTells() {
        SliceLength length = length();
        length.learn(WINDOW, new Slice.TooMany(1_600, List.of()), ROWS);
        assertThat(length.millis()).isEqualTo((long) (0.95 * 100_000));
    }

    @Test
    void theNextTryIsAlwaysShorter() {
        SliceLength length = length();
        length.learn(window(0, 100), new Slice.TooMany(161, everyTenMillis(161)), ROWS);
        assertThat(length.millis()).isEqualTo(80);
        length.learn(window(0, 1), new Slice.TooMany(161, List.of()), ROWS);
        assertThat(length.millis()).isEqualTo(1);
    }

    private static SliceLength length() {
        return length(Hints.none());
    }

    private static SliceLength length(Hints hints) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofHours(1), 1);
        return new SliceLength(
                new ReadRequest(WINDOW, EventOrder.ASC, 100, Freshness.CACHED, Scan.NEEDED, hints, allowance));
    }

    private static Slice.Proven proven(long millis, long rows) {
        return new Slice.Proven(window(0, millis), List.of(), rows, 0, Instant.EPOCH, 0);
    }

    private static List<Instant> everyTenMillis(int rows) {
        return everyTenMillisFrom(0, rows);
    }

    private static List<Instant> everyTenMillisFrom(long first, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> Instant.ofEpochMilli(first + 10L * row))
                .toList();
    }

    private static List<Instant> reversed(List<Instant> times) {
        List<Instant> reversed = new ArrayList<>(times);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Window window(long from, long to) {
        return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }
}
