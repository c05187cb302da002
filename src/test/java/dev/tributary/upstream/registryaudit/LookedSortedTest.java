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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Lists that showed a direction once, by chance or long ago, and have none. */
class LookedSortedTest {
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);
    private final Clock clock = Clock.fixed(second(1_000_000), ZoneOffset.UTC);

    /** Two rows look sorted whichever way they stand. */
    @Test
    void aListThatLookedSortedByChanceIsReadWhole() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(50, 40);
        ReadSettings settings = settings(5, 3, clock);
        List<AuditList> remembering = new ListSizes(new ProvenCache(0, clock)).open(lists, settings);
        Window window = new Window(second(0), second(100));
        new PlayedWalk(lists, () -> remembering, settings, window, EventOrder.DESC).inPagesOf(10);
        lists.pulls(12, 95, 30, 71, 8, 44, 66, 20, 83, 51, 37, 59);
        for (EventOrder order : EventOrder.values()) {
            PlayedWalk walk = new PlayedWalk(lists, () -> remembering, settings, window, order).inPagesOf(10);
            assertThat(walk.ids()).hasSize(12).doesNotHaveDuplicates();
        }
    }

    /** What showed it is gone. Now a row goes from the first page while another comes behind the second. */
    @Test
    void aListThatShowsNoDirectionAnyMoreIsReadWhole() {
        for (EventOrder order : EventOrder.values()) {
            PlayedLists lists = new PlayedLists(3, clock).pulls(90, 10);
            ReadSettings settings = settings(3, 20, clock);
            List<AuditList> remembering = new ListSizes(new ProvenCache(0, clock)).open(lists, settings);
            Window window = new Window(second(0), second(100));
            new PlayedWalk(lists, () -> remembering, settings, window, order).inPagesOf(10);
            lists.pulls(52, 50, 55, 51, 54, 53, 56).forgetCalls();
            lists.beforeCall(call -> {
                if (lists.offsets(Operation.PULL).size() == 1
                        && lists.rows(Operation.PULL).removeIf(row -> row.id() == 1)) {
                    lists.rows(Operation.PULL).add(Row.at(57, 8));
                }
            });
            PlayedWalk walk = new PlayedWalk(lists, () -> remembering, settings, window, order).inPagesOf(10);
            assertThat(walk.ids()).contains(2L, 3L, 4L, 5L, 6L, 7L).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasPassedOfAListThatTurnsOutToHaveNoOrderIsDoubted() {
        PlayedLists lists = new PlayedLists(3, clock).pulls(90, 10);
        ReadSettings settings = settings(3, 3, clock);
        List<AuditList> remembering = new ListSizes(new ProvenCache(0, clock)).open(lists, settings);
        Window window = new Window(second(0), second(100));
        new PlayedWalk(lists, () -> remembering, settings, window, EventOrder.DESC).inPagesOf(10);
        lists.pulls(60, 59, 30, 50, 20, 15, 70, 45, 5);
        PlayedWalk walk = new PlayedWalk(lists, () -> remembering, settings, window, EventOrder.DESC).inPagesOf(100);
        assertThat(lists.rows(Operation.PULL))
                .filteredOn(row -> !walk.ids().contains(row.id()))
                .isNotEmpty()
                .allMatch(row -> walk.isInUncertainGap(row.time()));
    }

    @Test
    void whatWasProvenOfAListThatOnlyLookedSortedIsForgotten() {
        PlayedLists lists = new PlayedLists(5, clock).pulls(95, 90, 85, 80, 75, 70, 65, 60, 55, 50, 45, 99, 20, 97, 10);
        ReadSettings settings = settings(5, 3, clock);
        List<AuditList> remembering = new ListSizes(new ProvenCache(1_000_000, clock)).open(lists, settings);
        IntFunction<PlayedWalk> since = from -> new PlayedWalk(
                        lists, () -> remembering, settings, new Window(second(from), second(100)), EventOrder.DESC)
                .inPagesOf(10);
        assertThat(since.apply(80).ids()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(since.apply(0).gaps).isNotEmpty(); // what was remembered had been handed over already
        assertThat(since.apply(80).ids()).containsExactly(12L, 14L, 1L, 2L, 3L, 4L);
    }

    private static ReadSettings settings(int pageSize, int tolerance, Clock clock) {
        return SampleSettings.of(ID, clock)
                .pageSize(pageSize)
                .reorderTolerance(Duration.ofSeconds(tolerance))
                .build();
    }
}
