package dev.tributary.upstream.databaseaudit;

import static dev.tributary.upstream.databaseaudit.PlayedInstance.LAST_HOUR;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.NOON;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.TWO_DAYS;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.before;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What windows cost, and what is too much. */
class DatabaseAuditReadingsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final PlayedInstance instance = new PlayedInstance();

    @ParameterizedTest
    @EnumSource(EventOrder.class)
    void aWindowWhoseLookBackFitsOnePageCostsOneCall(EventOrder order) {
        everyHour(90);
        assertThat(read(instance.readings(), LAST_HOUR, order).events()).hasSize(1);
        assertThat(instance.upstream.calls()).isEqualTo(1);
    }

    @Test
    void whatIsProvenIsNotAskedForAgain() {
        everyHour(90);
        DatabaseAuditReadings readings = instance.readings();
        read(readings, LAST_HOUR, EventOrder.DESC);
        assertThat(read(readings, before(NOON.minus(HOUR), DAY), EventOrder.DESC)
                        .events())
                .hasSize(24);
        assertThat(instance.upstream.calls()).isEqualTo(1);
    }

    /** With two days, slices of 28 and a call each; with 28, slices of 28 and two calls each. */
    @ParameterizedTest
    @CsvSource({"ASC, 2, 14", "DESC, 2, 14", "ASC, 28, 28", "DESC, 28, 28"})
    void aYearOfFewFilesTakesAsManyCallsAsItsSpans(EventOrder order, int lookBackDays, int calls) {
        IntStream.range(0, 73).forEach(i -> instance.ends("f" + i, NOON.minus(DAY.multipliedBy(5L * i + 1)), HOUR));
        DatabaseAuditReadings readings = instance.readings(200, Duration.ofDays(lookBackDays));
        assertThat(read(readings, before(NOON, Duration.ofDays(365)), order).events())
                .hasSize(73);
        assertThat(instance.upstream.calls()).isEqualTo(calls);
    }

    @Test
    void aWindowBefore1970IsEmptyWithoutACall() {
        Window window = new Window(Instant.parse("1960-01-01T00:00:00Z"), Instant.EPOCH);
        assertThat(read(instance.readings(), window, EventOrder.DESC).last()).isInstanceOf(Batch.class);
        assertThat(instance.upstream.calls()).isZero();
    }

    /** Two files a minute: four days are 117 pages of 99 new rows, three days 88, and 100 are allowed. */
    @Test
    void moreFilesThanHalfOfACallBudgetCanPageAreReadInShorterSlices() {
        everyMinuteTwo();
        Reader read = read(instance.readings(), before(NOON, DAY), EventOrder.DESC);
        assertThat(read.events()).hasSize(2 * 1_440);
        assertThat(instance.upstream.calls()).isLessThan(300);
    }

    /** Four hours hold the files of five pages, and an hour of look-back belongs to each slice. */
    @Test
    void aWindowOfTooManyFilesIsReadInSlicesOfFivePages() {
        everyMinuteTwo();
        DatabaseAuditReadings readings = instance.readings(200, HOUR);
        Reader read = read(readings, before(NOON, DAY.multipliedBy(7)), EventOrder.DESC);
        assertThat(read.events()).hasSize(7 * 2 * 1_440);
        assertThat(instance.upstream.asked.stream().skip(1))
                .allMatch(span -> Duration.between(span.start(), span.end()).compareTo(HOUR.multipliedBy(6)) < 0);
    }

    @Test
    void aLookBackThatAloneHoldsTooManyFilesFailsTheSource() {
        everyMinuteTwo();
        Reader read = read(instance.readings(100, TWO_DAYS), LAST_HOUR, EventOrder.DESC);
        assertThat(((SourceFailure) read.last()).type()).isEqualTo(FailureType.TOO_LARGE);
        assertThat(instance.upstream.calls()).isLessThan(20);
    }

    /** Both spans of a slice count: 28 days of look-back need two. */
    @Test
    void theSpansOfASliceShareWhatItMayPage() {
        IntStream.range(0, 5_700)
                .forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 850L * i), Duration.ofSeconds(30)));
        Reader read = read(instance.readings(60, Duration.ofDays(28)), LAST_HOUR, EventOrder.DESC);
        assertThat(((SourceFailure) read.last()).type()).isEqualTo(FailureType.TOO_LARGE);
    }

    private void everyHour(int files) {
        IntStream.range(0, files).forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 3_600L * i), HOUR));
    }

    private void everyMinuteTwo() {
        IntStream.range(0, 8 * 2 * 1_440)
                .forEach(i -> instance.ends("f" + i, NOON.minusSeconds(1 + 30L * i), Duration.ofSeconds(30)));
    }
}
