package dev.tributary.upstream.databaseaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.event.Kind;
import dev.tributary.event.Value;
import dev.tributary.source.Allowance;
import dev.tributary.source.FailureType;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of three files, a look-back of a day, ten calls a request; a list is a function from call and offset. */
class DatabaseAuditSlicesTest {
    private static final int PAGE = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TO = Instant.parse("2026-01-10T00:00:00Z");
    private int calls;

    @Test
    void eachLaterPageBeginsWithTheRowBefore() {
        assertThat(files(list(1, 2, 3, 4, 5))).isEqualTo(5);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aFullLastPageIsFollowedByOneThatShowsTheEnd() {
        assertThat(files(list(1, 2, 3))).isEqualTo(3);
        assertThat(calls).isEqualTo(2);
    }

    /** History 1: oldest first, a file is purged and one added between two pages; the total stands still. */
    @Test
    void pagesThatDoNotAdjoinAreReadAgain() {
        BiFunction<Integer, Integer, Page> shifting =
                (call, offset) -> call == 1 ? page(5, offset, 1, 2, 3, 4, 5) : page(5, offset, 2, 3, 4, 5, 6);
        assertThat(files(shifting)).isEqualTo(5);
        assertThat(calls).isEqualTo(2 + 3);
    }

    @Test
    void aListThatNeverAddsUpIsInconsistent() {
        assertThat(failure(DAY, (call, offset) -> page(9, offset, 1, 2))).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void tooManyFilesForOneRequestAskForAShorterSlice() {
        assertThat(read(DAY.multipliedBy(2), (call, offset) -> page(100, offset, 1, 2, 3)))
                .isInstanceOf(Slice.Unproven.class);
        assertThat(failure(DAY, (call, offset) -> page(100, offset, 1, 2, 3))).isEqualTo(FailureType.TOO_LARGE);
    }

    private static BiFunction<Integer, Integer, Page> list(int... ids) {
        return (call, offset) -> page(ids.length, offset, ids);
    }

    private static Page page(long total, int offset, int... ids) {
        List<UpstreamRecord> rows = IntStream.of(ids)
                .skip(offset)
                .limit(PAGE)
                .mapToObj(id -> new UpstreamRecord(Map.of(
                        "id",
                        Value.number(Integer.toString(id)),
                        "end_time",
                        Value.string("2026-01-09T12:00:00+0000"))))
                .toList();
        return new Page(rows, total);
    }

    private int files(BiFunction<Integer, Integer, Page> list) {
        return ((Slice.Proven) read(DAY, list)).events().size();
    }

    private FailureType failure(Duration length, BiFunction<Integer, Integer, Page> list) {
        return catchThrowableOfType(UpstreamException.class, () -> read(length, list))
                .failure()
                .type();
    }

    private Slice read(Duration length, BiFunction<Integer, Integer, Page> list) {
        DatabaseAuditSlices.Asking asking =
                (start, end, offset, limit, spending) -> Uni.createFrom().item(() -> {
                    calls++;
                    return list.apply(calls, offset);
                });
        ReadSettings settings = SampleSettings.of(Kind.DATABASE_AUDIT)
                .pageSize(PAGE)
                .lookback(DAY)
                .get();
        Spending spending = new Spending(new Allowance(Clock.systemUTC(), DAY, 10));
        return new DatabaseAuditSlices(asking, settings)
                .read(new Window(TO.minus(length), TO), spending)
                .await()
                .indefinitely();
    }
}
