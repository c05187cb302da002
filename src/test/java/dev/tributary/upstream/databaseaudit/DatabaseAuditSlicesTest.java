package dev.tributary.upstream.databaseaudit;

import static dev.tributary.upstream.databaseaudit.PlayedInstance.CLOCK;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.LAST_HOUR;
import static dev.tributary.upstream.databaseaudit.PlayedInstance.TWO_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Hints;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Bounds;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Filter;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Reader;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.Tally;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One slice at its edges, whatever the upstream compares and whichever bounds it includes. */
class DatabaseAuditSlicesTest {
    private final PlayedInstance instance = new PlayedInstance();

    static List<Arguments> readings() {
        return Arrays.stream(Filter.values())
                .flatMap(filter -> Arrays.stream(Bounds.values()).map(bounds -> Arguments.of(filter, bounds)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readings")
    void filesThatEndedInTheSliceAreFoundAndNoOthers(Filter filter, Bounds bounds) {
        instance.upstream.filteringBy(filter, bounds);
        Duration minute = Duration.ofMinutes(1);
        instance.ends("just before", LAST_HOUR.from().minusSeconds(1), minute);
        instance.ends("first", LAST_HOUR.from(), minute);
        instance.ends("first and as long as the look-back", LAST_HOUR.from(), TWO_DAYS.dividedBy(2));
        instance.ends("last", LAST_HOUR.to().minusSeconds(1), Duration.ZERO);
        instance.ends("just after", LAST_HOUR.to(), Duration.ZERO);
        assertThat(PlayedFiles.names(read(TWO_DAYS).events()))
                .containsExactlyInAnyOrder("first", "first and as long as the look-back", "last");
        assertThat(PlayedFiles.names(read(Duration.ofDays(1)).events()))
                .containsExactlyInAnyOrder("first", "first and as long as the look-back", "last");
    }

    @ParameterizedTest
    @MethodSource("readings")
    void withoutALookBackFilesThatTookNoTimeAreFound(Filter filter, Bounds bounds) {
        instance.upstream.filteringBy(filter, bounds);
        instance.ends("first", LAST_HOUR.from(), Duration.ZERO);
        assertThat(PlayedFiles.names(read(Duration.ZERO).events())).containsExactly("first");
    }

    private Slice.Proven read(Duration lookBack) {
        ReadSettings settings = PlayedInstance.settings(100, 200, lookBack);
        ProvenCache.Shelf shelf = new ProvenCache(1 << 20, CLOCK).shelf(settings);
        LookBack nothingLearnt = new LookBack(new LearntLookBack(lookBack, any -> shelf), Hints.none());
        Tally tally = new Tally(Reader.request(LAST_HOUR, EventOrder.DESC), settings);
        DatabaseAuditSlices slices = new DatabaseAuditSlices(instance.upstream, settings, nothingLearnt);
        return (Slice.Proven)
                slices.read(LAST_HOUR, EventOrder.DESC, tally).await().indefinitely();
    }
}
