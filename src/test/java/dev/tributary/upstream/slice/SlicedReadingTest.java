package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.PlayedFilter.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of an API that filters by time, whatever it does that is not documented: every row once, in order. */
class SlicedReadingTest {
    private static final Instant FROM = Instant.parse("2026-01-10T10:00:00Z");
    private static final Window HOUR = new Window(FROM, FROM.plus(Duration.ofHours(1)));

    private final Clock clock = Clock.fixed(FROM.plus(Duration.ofDays(30)), java.time.ZoneOffset.UTC);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRowComesOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        int pageSize = 1 + random.nextInt(random.nextBoolean() ? 5 : 60);
        long[] times = times(random);
        FilterUnit unit = any(random, FilterUnit.values());
        PlayedFilter filter =
                filter(times).telling(any(random, Telling.values())).in(unit);
        if (random.nextBoolean()) {
            filter.excludingBounds();
        }
        if (random.nextInt(3) == 0) {
            filter.withAtMost(1 + random.nextInt(pageSize));
        }
        if (random.nextInt(3) == 0) {
            filter.withTotal(rows -> Math.min(rows, 10_000));
        }
        EventOrder order = any(random, EventOrder.values());
        Window window = part(random);

        ReadSettings settings = SampleSettings.of(PlayedFilter.SOURCE, clock)
                .pageSize(pageSize)
                .unit(unit)
                .build();
        Reader read = read(new OnePageSlices(filter, settings, PlayedFilter.NORMALISER), window, order);

        assertThat(read.last()).isInstanceOf(Batch.class);
        List<Event> truth = truth(times, window, order).stream()
                .filter(event ->
                        read.gaps().stream().noneMatch(gap -> gap.window().contains(event.time())))
                .toList();
        assertThat(read.events()).containsExactlyElementsOf(truth);
        assertThat(read.gaps())
                .allMatch(gap -> filter.tellsAnewForEveryPage())
                .allMatch(gap -> gap.window().length().compareTo(unit.length()) <= 0);
    }

    static LongStream seeds() {
        return Seeds.of(300);
    }

    @Test
    void aWindowThatFitsOnePageCostsOneCallOnceTheUnitIsKnown() {
        PlayedFilter filter =
                filter(LongStream.range(0, 150).map(i -> i * 24_000).toArray());
        OnePageSlices slices = slices(filter, 200);
        read(slices, HOUR, EventOrder.DESC);
        int before = filter.calls;
        assertThat(read(slices, HOUR, EventOrder.DESC).events()).hasSize(150);
        assertThat(filter.calls - before).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("readings")
    void aLargeReadCostsLittleMoreThanItsPages(EventOrder order, Telling telling) {
        Random random = new Random(1);
        assertThat(callsPerPage(independent(random), order, telling)).isLessThanOrEqualTo(1.45);
        assertThat(callsPerPage(bursts(random), order, telling)).isLessThanOrEqualTo(1.8);
    }

    static List<org.junit.jupiter.params.provider.Arguments> readings() {
        return java.util.stream.Stream.of(EventOrder.values())
                .flatMap(order -> java.util.stream.Stream.of(Telling.values())
                        .map(telling -> org.junit.jupiter.params.provider.Arguments.of(order, telling)))
                .toList();
    }

    private double callsPerPage(long[] times, EventOrder order, Telling telling) {
        PlayedFilter filter = filter(times).telling(telling);
        Reader read = read(filter, HOUR, order, 200);
        assertThat(read.events()).hasSize(times.length);
        double ratio = filter.calls / (times.length / 200.0);
        System.out.printf(
                "%s %s: %d events, %d calls, %.2f a page%n", order, telling, times.length, filter.calls, ratio);
        return ratio;
    }

    private static long[] independent(Random random) {
        return random.longs(20_000, 0, HOUR.length().toMillis()).toArray();
    }

    private static long[] bursts(Random random) {
        return IntStream.range(0, 3)
                .boxed()
                .flatMapToLong(burst -> random.longs(9_900, burst * 1_100_000L + 500_000, burst * 1_100_000L + 502_000))
                .toArray();
    }

    /** History 7: the total counts the rows of the page. */
    @Test
    void aFullPageProvesNothingUntilALargerTotalWasSeen() {
        long[] times = LongStream.range(0, 40).map(i -> i * 1_000).toArray();
        PlayedFilter filter = filter(times).withTotal(rows -> Math.min(rows, 10));
        assertThat(read(filter, HOUR, EventOrder.DESC, 10).events()).hasSize(40);
    }

    /** History 21: no page ever holds as many rows as its total says. */
    @Test
    void totalsThatAreAlwaysOneTooHighFailTheSourceAtOnce() {
        PlayedFilter filter =
                filter(LongStream.range(0, 8).map(i -> i * 100_000).toArray()).withTotal(rows -> rows + 1);
        assertThat(failure(read(filter, HOUR, EventOrder.DESC, 10))).isEqualTo(FailureType.INCONSISTENT);
        assertThat(filter.calls).isLessThan(10);
    }

    /** History 26: the upstream counts in seconds. */
    @Test
    void aFilterInTheOtherUnitFailsTheSourceInsteadOfLookingEmpty() {
        PlayedFilter filter = filter(1_000).in(FilterUnit.SECONDS);
        assertThat(failure(read(filter, HOUR, EventOrder.DESC, 10))).isEqualTo(FailureType.INCONSISTENT);
    }

    /** A broken record that claims to be of 1970 is found by the same bounds in either unit: it tells nothing. */
    @Test
    void aRowWhoseTimeTellsNothingDoesNotVouchForTheUnit() {
        long toEpoch = -FROM.toEpochMilli();
        PlayedFilter filter = filter(toEpoch, toEpoch + 1, 1_000)
                .telling(Telling.OLDEST_FIRST)
                .in(FilterUnit.SECONDS);
        assertThat(failure(read(filter, HOUR, EventOrder.DESC, 10))).isEqualTo(FailureType.INCONSISTENT);
    }

    /** The upstream counts in seconds, but compares milliseconds: at a bound it finds the first of that second only. */
    @Test
    void aSecondThatIsTooDenseIsNotAskedForByBoundsOnItself() {
        long[] times = LongStream.range(0, 3_000).map(milli -> 60_000 + milli).toArray();
        PlayedFilter filter = filter(times).in(FilterUnit.SECONDS).comparingMilliseconds();
        ReadSettings settings = SampleSettings.of(PlayedFilter.SOURCE, clock)
                .pageSize(200)
                .unit(FilterUnit.SECONDS)
                .build();
        Reader read = read(new OnePageSlices(filter, settings, PlayedFilter.NORMALISER), HOUR, EventOrder.ASC);
        assertThat(read.gaps()).isEmpty();
        assertThat(read.events()).hasSize(3_000);
    }

    @Test
    void aThousandRowsInOneMillisecondAreReadPageByPage() {
        long[] times = LongStream.concat(LongStream.generate(() -> 7_000).limit(1_000), LongStream.range(0, 500))
                .toArray();
        assertThat(read(filter(times), HOUR, EventOrder.ASC, 200).events()).hasSize(1_500);
    }

    @Test
    void aMillisecondWhosePagesProveNothingIsAGapAndTheRestIsRead() {
        long[] times = LongStream.concat(LongStream.generate(() -> 7_000).limit(1_000), LongStream.of(6_000, 8_000))
                .toArray();
        PlayedFilter filter = filter(times).telling(Telling.SHUFFLED); // anew for every page
        Reader read = read(filter, HOUR, EventOrder.DESC, 200);
        assertThat(read.events()).hasSize(2);
        assertThat(read.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.window()).isEqualTo(new Window(at(7_000), at(7_001)));
            assertThat(gap.uncertain()).isFalse();
        });
    }

    private static FailureType failure(Reader read) {
        return ((SourceFailure) read.last()).type();
    }

    private PlayedFilter filter(long... millis) {
        return new PlayedFilter(clock, LongStream.of(millis).map(milli -> FROM.toEpochMilli() + milli));
    }

    private OnePageSlices slices(PlayedFilter filter, int pageSize) {
        return new OnePageSlices(filter, settings(pageSize), PlayedFilter.NORMALISER);
    }

    private ReadSettings settings(int pageSize) {
        return SampleSettings.of(PlayedFilter.SOURCE, clock).pageSize(pageSize).build();
    }

    private Reader read(PlayedFilter filter, Window window, EventOrder order, int pageSize) {
        return read(slices(filter, pageSize), window, order);
    }

    private Reader read(OnePageSlices slices, Window window, EventOrder order) {
        ReadSettings settings = settings(200);
        ProvenCache.Shelf shelf = new ProvenCache(1 << 24, clock).shelf(settings);
        SlicedReading reading = new SlicedReading(slices, () -> shelf, Reader.request(window, order), settings);
        return Reader.of(reading, window, order);
    }

    private static List<Event> truth(long[] times, Window window, EventOrder order) {
        long[] sorted = LongStream.of(times).sorted().toArray();
        return IntStream.range(0, sorted.length)
                .mapToObj(id -> dev.tributary.event.Samples.event(
                        "images", at(sorted[id]).toEpochMilli(), id))
                .filter(event -> window.contains(event.time()))
                .sorted(order)
                .toList();
    }

    /** Spread out or in bursts, often many at one millisecond. */
    private static long[] times(Random random) {
        LongStream.Builder times = LongStream.builder();
        for (int bursts = random.nextInt(40); bursts > 0; bursts--) {
            long begin = random.nextInt(3_600_000);
            int spread = random.nextBoolean() ? 1 : 1 + random.nextInt(100_000);
            random.ints(1 + random.nextInt(30), 0, spread).forEach(after -> times.add(begin + after));
        }
        return times.build().toArray();
    }

    private static Window part(Random random) {
        Instant from = at(random.nextInt(1_800_000));
        return new Window(from, from.plusMillis(1 + random.nextInt(3_000_000)));
    }

    private static Instant at(long millis) {
        return FROM.plusMillis(millis);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
