package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reading costs: a year of 1,000,000 rows in each list, a row every 31.5 s, the newest a moment ago. */
class ListCallsTest {
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);
    private static final double STEP = 31.5;
    private static final int ROWS = 1_000_000;
    private static final int NOW = (int) (ROWS * STEP);
    private static final int THREE_MONTHS_BACK = NOW - 90 * 86_400;
    private static final int HALF_AN_HOUR = 1_800;

    private final Clock clock = Clock.fixed(second(NOW + 1), ZoneOffset.UTC);
    private final ReadSettings settings = SampleSettings.of(ID, clock).build();
    private final PlayedLists lists = withPushes(new PlayedLists(100, clock), 0);
    private final List<AuditList> replica = new ListSizes(new ProvenCache(0, clock)).open(lists, settings);

    @Test
    void aWindowOnTheFirstPageCostsOneCallAList() {
        assertThat(read(NOW - HALF_AN_HOUR, EventOrder.DESC)).isEqualTo(1);
    }

    @Test
    void aWindowDeepInTheListIsFoundByHalving() {
        assertThat(read(THREE_MONTHS_BACK, EventOrder.DESC)).isLessThanOrEqualTo(25);
        lists.forgetCalls();
        assertThat(read(THREE_MONTHS_BACK - 100 * 86_400, EventOrder.ASC)).isLessThanOrEqualTo(25);
    }

    @Test
    void aWindowThatWasFoundBeforeCostsItsPagesOnly() {
        read(THREE_MONTHS_BACK, EventOrder.DESC);
        lists.forgetCalls();
        assertThat(read(THREE_MONTHS_BACK, EventOrder.DESC)).isLessThanOrEqualTo(3);
    }

    @Test
    void theNextWindowIsFoundFromTheOneBefore() {
        read(THREE_MONTHS_BACK, EventOrder.DESC);
        lists.forgetCalls();
        assertThat(read(THREE_MONTHS_BACK - HALF_AN_HOUR, EventOrder.DESC)).isLessThanOrEqualTo(3);
    }

    /** History 20: a place that is true but far, four pages from where it was. */
    @Test
    void aPlaceThatPushesHaveMovedIsFoundByTheGrowthOfTheTotal() {
        read(THREE_MONTHS_BACK, EventOrder.DESC);
        lists.forgetCalls();
        withPushes(lists, 400);
        assertThat(read(THREE_MONTHS_BACK - HALF_AN_HOUR, EventOrder.DESC)).isLessThanOrEqualTo(6);
    }

    private static PlayedLists withPushes(PlayedLists lists, int pushes) {
        int total = ROWS + pushes;
        return lists.computes(
                total,
                (operation, offset) -> IntStream.range(offset, Math.min(total, offset + 100))
                        .mapToObj(index -> Row.at((total - index) * STEP, index - pushes))
                        .toList());
    }

    /** Half an hour, whole. */
    private int read(int from, EventOrder order) {
        Window window = new Window(second(from), second(from + HALF_AN_HOUR));
        PlayedWalk walk = new PlayedWalk(lists, () -> replica, settings, window, order).fresh();
        walk.inPagesOf(1_000);
        assertThat(walk.failure).isNull();
        assertThat(walk.events).hasSizeBetween(3 * 57, 3 * 58);
        return lists.offsets(Operation.PULL).size();
    }
}
