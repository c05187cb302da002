package dev.tributary.fanout;

import static dev.tributary.fanout.Pages.FORBIDDEN;
import static dev.tributary.fanout.Pages.TIMEOUT;
import static dev.tributary.fanout.Pages.WINDOW;
import static dev.tributary.fanout.Pages.answer;
import static dev.tributary.fanout.Pages.first;
import static dev.tributary.fanout.Pages.inOneSlice;
import static dev.tributary.fanout.Pages.refusal;
import static dev.tributary.fanout.Pages.report;
import static dev.tributary.fanout.Pages.source;
import static dev.tributary.fanout.Pages.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Histories that broke earlier rules. */
class HistoriesTest {
    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);

    /** History 14: one source: 38, 30, 2; the slice below 30 can never be read. */
    @Test
    void whatWasProvenBeforeAFailureIsHandedOver() {
        InMemorySource alone = source("a", 38, 30, 2).failingAt(5, TIMEOUT);
        Answer page = answer(first().limit(5), alone);
        assertThat(times(page)).containsExactly(38L, 30L);
        assertThat(page.complete()).isTrue();
        assertThat(page.next()).isNotNull();
        assertThat(report(page.sources(), "a").status()).isEqualTo(Status.MORE);

        Refusal refusal = refusal(first().from(page), alone);
        assertThat(report(refusal.sources(), "a").error()).isEqualTo(TIMEOUT);
        Answer without = answer(first().walk(refusal.without()), alone);
        assertThat(without.events()).isEmpty();
        assertThat(without.next()).isNull();
        assertThat(without.complete()).isFalse();
    }

    /** History 15: a source read ahead fails where the page does not need it yet. */
    @Test
    void aFailureBeyondThePageIsNotSeen() {
        a.failingAt(5, TIMEOUT);
        Answer page = answer(first().limit(4), a, b);
        assertThat(times(page)).containsExactly(95L, 85L, 65L, 55L);
        assertThat(page.sources())
                .allSatisfy(report -> assertThat(report.error()).isNull());
    }

    /** History 16: three sources are finished, the fourth is forbidden for good. */
    @Test
    void afterTheFirstPageWhatNoRepeatCanMendBecomesAGapAtOnce() {
        InMemorySource done = inOneSlice("c", 99);
        Answer page = answer(first(), done, a.failingAt(85, FORBIDDEN));
        assertThat(times(page)).containsExactly(99L, 95L);

        Answer last = answer(first().from(page), done, a);
        assertThat(last.events()).isEmpty();
        assertThat(last.next()).isNull();
        assertThat(last.complete()).isFalse();
        assertThat(report(last.sources(), "a").error()).isEqualTo(FORBIDDEN);
        assertThat(report(last.sources(), "c").status()).isEqualTo(Status.COMPLETE);
    }

    /** History 17: a source fails on one page and is back on the next. */
    @Test
    void aSourceThatLeftStaysOutAndKeepsItsLink() {
        a.failingAt(95, TIMEOUT);
        Answer page = answer(first().limit(1), a, b);
        a.heals();
        Answer next = answer(first().from(page), a, b);
        assertThat(times(next)).containsExactly(55L, 25L);
        assertThat(next.complete()).isFalse();
        assertThat(report(next.sources(), "a").gaps()).hasSize(1);
        assertThat(report(next.sources(), "a").error().type()).isEqualTo(FailureType.TIMEOUT);
    }

    /** History 29: a rare filter over a large window; the budget ends before the first event. */
    @Test
    void runningOutOfBudgetMovesReachedAndIsNoGap() {
        for (EventOrder order : EventOrder.values()) {
            InMemorySource rare = source("rare", order == EventOrder.DESC ? 3 : 97);
            Ask ask = new Ask(WINDOW, order);
            Answer none = answer(ask, rare.outAfter(0));
            assertThat(none.reached()).isEqualTo(order == EventOrder.DESC ? WINDOW.to() : WINDOW.from());

            Answer some = answer(ask.from(none), rare.outAfter(4));
            assertThat(some.events()).isEmpty();
            assertThat(some.reached()).isEqualTo(Instant.ofEpochMilli(order == EventOrder.DESC ? 59 : 40));
            assertThat(some.complete()).isTrue();
            assertThat(report(some.sources(), "rare").status()).isEqualTo(Status.MORE);

            rare.heals();
            Answer last = answer(ask.from(some), rare);
            assertThat(last.events()).hasSize(1);
            assertThat(last.next()).isNull();
            assertThat(last.reached()).isEqualTo(order == EventOrder.DESC ? WINDOW.from() : WINDOW.to());
        }
    }
}
