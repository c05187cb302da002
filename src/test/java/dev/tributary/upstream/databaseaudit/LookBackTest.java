package dev.tributary.upstream.databaseaudit;

import static dev.tributary.upstream.databaseaudit.PlayedInstance.LAST_HOUR;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.NOON;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.TWO_DAYS;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.before;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.names;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.Hints;
import dev.tributary.source.Reading;
import dev.tributary.source.Window;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Bounds;
import dev.tributary.upstream.databaseaudit.PlayedFiles.File;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Filter;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of an upstream that filters by begin, unless a test says otherwise; two days are configured. */
class LookBackTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final PlayedInstance instance = new PlayedInstance();

    /** 96 h are asked and show 55 h, which calls for 110 h; 158 h are asked and show 100 h, which calls for 200 h. */
    @Test
    void longerFilesThanTheLookBackAllowedForAreLookedForAgain() {
        instance.ends("55h", NOON.minusSeconds(1), Duration.ofHours(55));
        instance.ends("100h", NOON.minusSeconds(2), Duration.ofHours(100));
        assertThat(names(instance.readings(), before(NOON, Duration.ofSeconds(5))))
                .containsExactly("55h", "100h");
        assertThat(instance.upstream.calls()).isEqualTo(3);
    }

    @Test
    void aLongerFileUnprovesWhatWasReadBeforeItWasSeen() {
        Instant earlier = NOON.minus(Duration.ofDays(20));
        instance.ends("hidden", earlier, Duration.ofDays(6));
        DatabaseAuditReadings readings = instance.readings();
        Window old = before(earlier.plusSeconds(1), HOUR);
        assertThat(names(readings, old)).isEmpty();
        instance.ends("seen", NOON.minusSeconds(1), Duration.ofHours(92));
        assertThat(names(readings, LAST_HOUR)).containsExactly("seen");
        assertThat(names(readings, old)).containsExactly("hidden");
    }

    /** A begin of 1970 that an upstream sends for an unknown one must not lengthen every read for ever. */
    @Test
    void aFileThatAnUpstreamFilteringByBeginCouldNotHaveShownTeachesNothing() {
        instance.upstream.filteringBy(Filter.END, Bounds.INCLUSIVE);
        instance.upstream.files.add(new File("odd", Instant.EPOCH, NOON.minusSeconds(1)));
        Reader read = read(instance.readings(), LAST_HOUR, EventOrder.DESC);
        assertThat(PlayedFiles.names(read.events())).containsExactly("odd");
        assertThat(read.gaps()).isEmpty();
        assertThat(instance.upstream.calls()).isEqualTo(1);
    }

    /** Files of 15 days call for a look-back of 30, two more than can be asked for. */
    @Test
    void filesThatCallForMoreThan28DaysMakeTheHeadUncertain() {
        instance.ends("15d", NOON.minusSeconds(1), Duration.ofDays(15));
        DatabaseAuditReadings readings = instance.readings(200, Duration.ofDays(16));
        Window day = before(NOON, Duration.ofDays(1));
        Reader read = read(readings, day, EventOrder.ASC);
        assertThat(PlayedFiles.names(read.events())).containsExactly("15d");
        assertThat(read.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.window()).isEqualTo(day);
            assertThat(gap.uncertain()).isTrue();
            assertThat(gap.reason().type()).isEqualTo(FailureType.INCONSISTENT);
        });
        assertThat(read(readings, before(NOON, Duration.ofDays(28)), EventOrder.ASC)
                        .gaps())
                .isNotEmpty()
                .allMatch(gap -> gap.window().length().compareTo(TWO_DAYS) <= 0);
    }

    /** A file that is found although it began before the question did shows it; then its length does not matter. */
    @ParameterizedTest
    @EnumSource(names = {"END", "OVERLAP"})
    void whereFilesAreFoundByTheirEndTheLookBackOfTwoDaysIsSpared(Filter filter) {
        instance.upstream.filteringBy(filter, Bounds.INCLUSIVE);
        IntStream.range(0, 24 * 12)
                .forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 3_600L * i), Duration.ofMinutes(65)));
        DatabaseAuditReadings readings = instance.readings();
        names(readings, LAST_HOUR);
        Window older = before(NOON.minus(Duration.ofDays(8)), HOUR);
        instance.ends("long", older.to().minusSeconds(1), Duration.ofDays(20));
        assertThat(names(readings, older)).contains("long");
        assertThat(asked(older)).isLessThan(Duration.ofHours(8));
    }

    @Test
    void oneWalkOfSuchAnUpstreamSparesItFromItsSecondPageOn() {
        instance.upstream.filteringBy(Filter.OVERLAP, Bounds.INCLUSIVE);
        IntStream.range(0, 24 * 4)
                .forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 3_600L * i), Duration.ofMinutes(65)));
        DatabaseAuditReadings readings = instance.readings();
        Reading pageOne = readings.begin(Reader.request(LAST_HOUR, EventOrder.DESC));
        Reader.of(pageOne, LAST_HOUR, EventOrder.DESC);
        Window older = before(LAST_HOUR.from().minus(Duration.ofDays(8)), HOUR);
        names(readings, older, pageOne.hints(LAST_HOUR.from()));
        assertThat(asked(older)).isLessThan(Duration.ofHours(8));
    }

    @Test
    void whereTheyAreFoundByTheirBeginItStays() {
        IntStream.range(0, 24 * 4)
                .forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 3_600L * i), Duration.ofMinutes(65)));
        DatabaseAuditReadings readings = instance.readings();
        names(readings, LAST_HOUR);
        Window older = before(NOON.minus(Duration.ofDays(8)), HOUR);
        names(readings, older);
        assertThat(asked(older)).isGreaterThanOrEqualTo(TWO_DAYS);
    }

    /** Such an upstream has other clocks than it tells: by its filter nothing can be concluded from what it tells. */
    @Test
    void afterAFileThatHadEndedBeforeTheQuestionBeganTheFilterIsNotTrusted() {
        File straddling = new File("straddling", NOON.minus(HOUR), NOON.plus(HOUR));
        File over = new File("over", NOON.minus(HOUR), NOON.minus(Duration.ofMinutes(30)));
        assertThat(askedAfter(straddling)).isEqualTo(HOUR);
        assertThat(askedAfter(straddling, over)).isEqualTo(TWO_DAYS);
        assertThat(askedAfter(over)).isEqualTo(TWO_DAYS);
        assertThat(askedAfter(new File("1970", Instant.EPOCH, NOON.plus(HOUR)))).isEqualTo(TWO_DAYS);
        assertThat(askedAfter(new File("by a second", NOON.minusSeconds(1), NOON.plus(HOUR))))
                .isEqualTo(TWO_DAYS);
    }

    @Test
    void onceItIsNotTrustedNothingBringsItsTrustBack() {
        LookBack lookBack = new LookBack(learnt(), Hints.none());
        learn(lookBack, new File("over", NOON.minus(HOUR), NOON.minus(Duration.ofMinutes(30))));
        learn(lookBack, new File("straddling", NOON.minus(HOUR), NOON.plus(HOUR)));
        assertThat(lookBack.asked()).isEqualTo(TWO_DAYS);
    }

    private static Duration askedAfter(File... files) {
        LookBack lookBack = new LookBack(learnt(), Hints.none());
        learn(lookBack, files);
        return lookBack.asked();
    }

    private static void learn(LookBack lookBack, File... filesFoundFromNoonOn) {
        lookBack.learn(Stream.of(filesFoundFromNoonOn).map(PlayedFiles::row).toList(), NOON);
    }

    private static LearntLookBack learnt() {
        ProvenCache cache = new ProvenCache(1 << 20, PlayedInstance.CLOCK);
        return new LearntLookBack(TWO_DAYS, wished -> cache.shelf(PlayedInstance.settings(100, 200, TWO_DAYS)));
    }

    /** History 25: the longest file is known to replica A; B answers page 2. */
    @Test
    void theLookBackTravelsInTheHints() {
        Window older = before(NOON.minus(Duration.ofDays(10)), HOUR);
        instance.ends("seen by A", NOON.minusSeconds(1), TWO_DAYS);
        instance.ends("asked of B", older.to().minusSeconds(1), Duration.ofDays(4));
        Reading pageOne = instance.readings().begin(Reader.request(LAST_HOUR, EventOrder.DESC));
        Reader.of(pageOne, LAST_HOUR, EventOrder.DESC);

        DatabaseAuditReadings replicaB = instance.readings();
        assertThat(names(replicaB, older)).isEmpty();
        assertThat(names(replicaB, older, pageOne.hints(LAST_HOUR.from()))).containsExactly("asked of B");
    }

    @Test
    void aHintLengthensOneReadingOnly() {
        DatabaseAuditReadings readings = instance.readings();
        names(readings, LAST_HOUR, new Hints(List.of(Duration.ofDays(9).toSeconds())));
        assertThat(asked(LAST_HOUR)).isGreaterThanOrEqualTo(Duration.ofDays(9));
        Window older = before(NOON.minus(Duration.ofDays(50)), HOUR);
        names(readings, older);
        assertThat(asked(older)).isLessThan(Duration.ofDays(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, Long.MIN_VALUE, Long.MAX_VALUE, 57 * 86_400L, 3_600})
    void aFalseHintChangesNothing(long seconds) {
        instance.ends("f", NOON.minusSeconds(1), HOUR);
        Hints hints = new Hints(List.of(seconds));
        assertThat(names(instance.readings(), LAST_HOUR, hints)).containsExactly("f");
        assertThat(asked(LAST_HOUR)).isLessThan(Duration.ofDays(5));
    }

    /** How far before a window the last call began; the slice, as long as its look-back, is part of it. */
    private Duration asked(Window window) {
        Instant start =
                instance.upstream.asked.get(instance.upstream.calls() - 1).start();
        return Duration.between(start, window.from());
    }
}
