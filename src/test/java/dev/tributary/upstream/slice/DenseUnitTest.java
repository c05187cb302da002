package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Samples;
import dev.tributary.event.Value;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.TimeFilter.Question;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One millisecond with more rows than a page, whatever {@code line_num} means together with {@code offset}. */
class DenseUnitTest {
    private static final Instant MILLI = Instant.parse("2026-01-10T10:00:00.007Z");
    private static final Window UNIT = new Window(MILLI, MILLI.plusMillis(1));

    private final Clock clock = Clock.fixed(MILLI.plus(Duration.ofDays(30)), java.time.ZoneOffset.UTC);
    private int calls;

    /** Where a page begins, by what the question says. */
    enum Paging {
        BY_OFFSET_WHATEVER_THE_LINE(Question::offset),
        BY_OFFSET_FROM_THE_NEXT_LINE(asked -> line(asked) + 1 + asked.offset()),
        BY_OFFSET_FROM_THAT_LINE(asked -> line(asked) + asked.offset()),
        AT_THE_NEXT_LINE(asked -> line(asked) + 1),
        AT_THAT_LINE(DenseUnitTest::line);

        private final ToIntFunction<Question> begin;

        Paging(ToIntFunction<Question> begin) {
            this.begin = begin;
        }

        int begin(Question asked) {
            return asked.lineNum() == null ? asked.offset() : begin.applyAsInt(asked);
        }
    }

    private static int line(Question asked) {
        return Integer.parseInt(java.util.Objects.requireNonNull(asked.lineNum()));
    }

    /** History 9 is the last of these: the line asked for is told once more, and a row is lost at the end for it. */
    @ParameterizedTest
    @EnumSource
    void everyRowIsReadOnce(Paging paging) {
        Slice.Proven read = (Slice.Proven) read(paging, 8, 8, true, 4);
        assertThat(read.events())
                .extracting(event -> event.id())
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void theWayThatProvedRightIsTriedFirstTheNextTime() {
        DenseUnit unit = unit(Paging.AT_THAT_LINE, 1_000, 1_000, true, 200);
        Tally tally = tally(200);
        unit.read(UNIT, tally).await().indefinitely();
        int before = calls;
        unit.read(UNIT, tally).await().indefinitely();
        assertThat(calls - before).isEqualTo(6); // five pages that are full, and the end
    }

    /** Without line numbers equal rows cannot be told apart: pages of other sizes must show the very same ones. */
    @Test
    void twinsAreOneEventThatSaysHowManyItStandsFor() {
        Slice.Proven read = (Slice.Proven) read(Paging.BY_OFFSET_WHATEVER_THE_LINE, 450, 450, false, 200);
        assertThat(read.events())
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("repeated", Value.number("450")));
    }

    /** A total may be capped, and rows behind the cap may be out of reach. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 9_999})
    void aTotalOfTenThousandProvesOnlyWhatGoesBeyondIt(int rows) {
        assertThat(read(Paging.AT_THE_NEXT_LINE, rows, 10_000, true, 200)).isInstanceOf(Slice.Unprovable.class);
        assertThat(read(Paging.AT_THE_NEXT_LINE, rows + 5_000, 10_000, true, 200))
                .isInstanceOf(Slice.Proven.class);
    }

    @Test
    void rowsThatNeverReachTheirTotalAreAGap() {
        assertThat(read(Paging.BY_OFFSET_WHATEVER_THE_LINE, 30, 31, true, 10)).isInstanceOf(Slice.Unprovable.class);
    }

    @Test
    void aMillisecondThatTakesMoreCallsThanHalfOfARequestsIsAGap() {
        assertThat(read(Paging.BY_OFFSET_WHATEVER_THE_LINE, 5_000, 5_000, true, 4))
                .isInstanceOf(Slice.Unprovable.class);
    }

    private Slice read(Paging paging, int rows, long total, boolean numbered, int pageSize) {
        return unit(paging, rows, total, numbered, pageSize)
                .read(UNIT, tally(pageSize))
                .await()
                .indefinitely();
    }

    private DenseUnit unit(Paging paging, int rows, long total, boolean numbered, int pageSize) {
        TimeFilter filter = (asked, tally) -> Uni.createFrom().item(() -> {
            calls++;
            List<UpstreamRecord> page = IntStream.range(paging.begin(asked), rows)
                    .limit(asked.limit())
                    .mapToObj(line -> row(numbered ? line : null))
                    .toList();
            return new Look(new Page(page, total), clock.instant(), 1_000);
        });
        ReadSettings settings = settings(pageSize);
        return new DenseUnit(filter, settings, DenseUnitTest::normalised, new SeenOfFilter(pageSize, settings.unit()));
    }

    private static UpstreamRecord row(@Nullable Integer line) {
        return new UpstreamRecord(
                line == null
                        ? Map.of("time", Value.number(Long.toString(MILLI.toEpochMilli())))
                        : Map.of("line_num", Value.number(Integer.toString(line))));
    }

    private static Row normalised(UpstreamRecord row) {
        int id = row.number("line_num").map(line -> line.intValueExact()).orElse(0);
        return new Row.Normalised(Samples.event("images", MILLI.toEpochMilli(), id));
    }

    private Tally tally(int pageSize) {
        return new Tally(Reader.request(UNIT, EventOrder.DESC), settings(pageSize));
    }

    private ReadSettings settings(int pageSize) {
        return SampleSettings.of(PlayedFilter.SOURCE, clock).pageSize(pageSize).build();
    }
}
