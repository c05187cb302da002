package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.event.Kind;
import dev.tributary.event.Value;
import dev.tributary.source.Allowance;
import dev.tributary.source.FailureType;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of two rows; a list is a function from the number of the call and the offset to a page. */
class WholeListTest {
    private static final int MAX_SCAN = 20_000;
    private int calls;

    @Test
    void aListThatStandsStillIsReadWhole() {
        assertThat(rows(offset -> page(9, offset, 109, 108, 107, 106, 105, 104, 103, 102, 101)))
                .isEqualTo(9);
        assertThat(calls).isEqualTo(5 + 2);
    }

    @Test
    void aListOfOnePageCostsOneCall() {
        assertThat(rows(offset -> page(1, offset, 101))).isEqualTo(1);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aListThatEndsWithAFullPageShowsItsEndByAnEmptyOne() {
        assertThat(rows(offset -> page(4, offset, 104, 103, 102, 101))).isEqualTo(4);
    }

    /** One push and one purge while pages are read side by side: the total stands still, a row is hidden. */
    @Test
    void aRowOnTwoPagesProvesNothing() {
        Page[] torn = {
            page(9, 0, 110, 109), page(9, 0, 107, 106), page(9, 0, 106, 105), page(9, 0, 104, 103), page(9, 0, 102)
        };
        assertThat(failure(offset -> torn[offset / 2])).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void aListThatChangesEveryTimeFails() {
        assertThat(failure(offset -> page(3, offset, 200 + calls, 102, 101))).isEqualTo(FailureType.INCONSISTENT);
    }

    /** History 8: totals and rows capped at 10,000. */
    @Test
    void aTotalOfExactlyTenThousandProvesNothing() {
        int[] ids = IntStream.range(0, 10_000).map(i -> 10_000 - i).toArray();
        assertThat(failure(offset -> page(10_000, offset, ids))).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void aListBeyondMaxScanFailsByName() {
        assertThat(failure(offset -> page(MAX_SCAN + 1, 0, 2, 1))).isEqualTo(FailureType.TOO_LARGE);
    }

    private static Page page(long total, int offset, int... ids) {
        List<UpstreamRecord> rows = IntStream.of(ids)
                .skip(offset)
                .limit(2)
                .mapToObj(id -> new UpstreamRecord(Map.of("id", Value.number(Integer.toString(id)))))
                .toList();
        return new Page(rows, total);
    }

    private int rows(IntFunction<Page> list) {
        return read(list).stream().mapToInt(page -> page.records().size()).sum();
    }

    private FailureType failure(IntFunction<Page> list) {
        return catchThrowableOfType(UpstreamException.class, () -> read(list))
                .failure()
                .type();
    }

    private List<Page> read(IntFunction<Page> list) {
        WholeList.Asking asking =
                (operation, offset, spending) -> Uni.createFrom().item(() -> {
                    calls++;
                    return list.apply(offset);
                });
        Duration any = Duration.ofDays(1);
        ReadSettings settings = SampleSettings.of(Kind.REGISTRY_AUDIT)
                .pageSize(2)
                .maxScan(MAX_SCAN)
                .get();
        Spending spending = new Spending(new Allowance(Clock.systemUTC(), any, 1_000_000));
        return new WholeList(asking, Operation.PULL, settings, spending)
                .read()
                .await()
                .indefinitely();
    }
}
