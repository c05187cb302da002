package dev.tributary.fanout;

import static dev.tributary.fanout.Pages.FORBIDDEN;
import static dev.tributary.fanout.Pages.TIMEOUT;
import static dev.tributary.fanout.Pages.WINDOW;
import static dev.tributary.fanout.Pages.answer;
import static dev.tributary.fanout.Pages.first;
import static dev.tributary.fanout.Pages.refusal;
import static dev.tributary.fanout.Pages.report;
import static dev.tributary.fanout.Pages.source;
import static dev.tributary.fanout.Pages.times;
import static dev.tributary.fanout.Pages.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source that steps over a part of the window goes on, and what it lacks is named. */
class BoundedGapTest {
    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);

    private static final SourceFailure DENSE = SourceFailure.of(FailureType.INCONSISTENT, "too dense");

    @Test
    void aGapIsNamedAndTheSourceGoesOn() {
        Answer answer = answer(first(), a.steppingOver(certain(60, 70)), b);
        assertThat(times(answer)).containsExactly(95L, 85L, 55L, 35L, 25L, 5L);
        assertThat(answer.complete()).isFalse();
        SourceReport report = report(answer.sources(), "a");
        assertThat(report.status()).isEqualTo(Status.PARTIAL);
        assertThat(report.error()).isEqualTo(DENSE);
        assertThat(report.gaps()).extracting(NamedGap::window).containsExactly(window(60, 70));
        assertThat(report.gaps()).extracting(NamedGap::uncertain).containsExactly(false);
    }

    @Test
    void itsLinkReadsItAndNothingElse() {
        Answer answer = answer(first(), a.steppingOver(certain(60, 70)), b);
        a.heals();
        NamedGap gap = report(answer.sources(), "a").gaps().get(0);
        Answer again = answer(first().over(gap.window()).walk(gap.link()), a, b);
        assertThat(times(again)).containsExactly(65L);
        assertThat(again.complete()).isTrue();
    }

    @Test
    void aGapIsNamedOnceAndTheWalkRemembersThatThereWasOne() {
        Answer page = answer(first().limit(4), a.steppingOver(certain(60, 70)), b);
        assertThat(times(page)).containsExactly(95L, 85L, 55L, 35L);
        assertThat(page.next().hadGap()).isTrue();
        Answer last = answer(first().from(page), a, b);
        assertThat(report(last.sources(), "a").gaps()).isEmpty();
        assertThat(report(last.sources(), "a").status()).isEqualTo(Status.COMPLETE);
        assertThat(last.complete()).isFalse();
    }

    @Test
    void aGapThatThePageHasNotReachedIsNotNamed() {
        Answer page = answer(first().limit(1), a.steppingOver(certain(80, 95)), b);
        assertThat(page.complete()).isTrue();
        assertThat(report(page.sources(), "a").status()).isEqualTo(Status.MORE);
    }

    /** The source had nothing to say in 80 and 55, but it may have had: those who have must wait for the next page. */
    @Test
    void aPageThatEndsWithinAGapNamesWhatItHasPassed() {
        Answer page = answer(first().limit(2), a.steppingOver(certain(60, 90)), b);
        assertThat(times(page)).containsExactly(95L, 85L);
        assertThat(report(page.sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(86, 90));
        Answer next = answer(first().from(page), a, b);
        assertThat(report(next.sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(60, 86));
    }

    /** Newest first, b's events of a millisecond come before those of a: the page has passed b's part of it. */
    @Test
    void theMillisecondInWhichAPageEndsIsNamedForSourcesThatHaveNothingLeftInIt() {
        InMemorySource later = source("b", 65).steppingOver(certain(65, 66));
        Answer page = answer(first().limit(2), a, later);
        assertThat(times(page)).containsExactly(95L, 65L);
        assertThat(report(page.sources(), "b").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(65, 66));
        Answer next = answer(first().from(page), a, later);
        assertThat(report(next.sources(), "b").gaps()).isEmpty();
    }

    @Test
    void gapsOfOneReasonThatTouchAreOne() {
        a.steppingOver(certain(60, 65)).steppingOver(certain(65, 85));
        a.steppingOver(new Gap(window(55, 60), TIMEOUT, false)).steppingOver(certain(50, 55));
        assertThat(report(answer(first(), a).sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(60, 85), window(55, 60), window(50, 55));
    }

    @Test
    void anUncertainGapMayReachBackBehindThePageButNotOutOfTheWindow() {
        a.steppingOver(new Gap(window(89, 91), DENSE, true));
        Answer page = answer(first().limit(1), a, b);
        Answer next = answer(first().from(page), a, b);
        assertThat(report(next.sources(), "a").gaps()).containsExactly(uncertain(86, 94));
        Answer narrow = answer(first().over(window(0, 92)), a, b);
        assertThat(report(narrow.sources(), "a").gaps()).containsExactly(uncertain(86, 92));
    }

    @Test
    void aSourceThatFailsLaterHasBothGaps() {
        a.steppingOver(certain(90, 92)).failingAt(85, FORBIDDEN);
        Answer page = answer(first(), a, b);
        assertThat(report(page.sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(90, 92));
        Answer next = answer(first().from(page), a, b);
        assertThat(report(next.sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(0, 90));
    }

    @Test
    void aDeniedGapFailsTheRequestThatBeginsThere() {
        a.steppingOver(certain(33, 37));
        Ask deny = first().partial(PartialMode.DENY);
        Answer page = answer(deny, a, b);
        assertThat(times(page)).containsExactly(95L, 85L, 65L, 55L);
        assertThat(page.reached()).isEqualTo(Instant.ofEpochMilli(36));
        assertThat(page.complete()).isTrue();

        Refusal refusal = refusal(deny.from(page), a, b);
        SourceReport report = report(refusal.sources(), "a");
        assertThat(report.error()).isEqualTo(DENSE);
        assertThat(report.gaps()).extracting(NamedGap::window).containsExactly(window(33, 37));
        assertThat(refusal.without()).isEqualTo(page.next());
        assertThat(times(answer(first().walk(refusal.without()), a, b))).containsExactly(25L, 5L);
    }

    @Test
    void aDeniedGapAtTheBeginningOfTheWindowFailsTheFirstRequest() {
        for (EventOrder order : EventOrder.values()) {
            InMemorySource dense =
                    source("dense", 0, 99).steppingOver(certain(0, 3)).steppingOver(certain(97, 100));
            Refusal refusal = refusal(new Ask(WINDOW, order).partial(PartialMode.DENY), dense);
            assertThat(report(refusal.sources(), "dense").gaps()).hasSize(1);
        }
    }

    @Test
    void aDeniedGapThatIsUncertainIsInconsistent() {
        a.steppingOver(new Gap(window(93, 100), TIMEOUT, true));
        Refusal refusal = refusal(first().partial(PartialMode.DENY), a, b);
        assertThat(report(refusal.sources(), "a").error().type()).isEqualTo(FailureType.INCONSISTENT);
        assertThat(report(refusal.sources(), "a").gaps())
                .extracting(NamedGap::uncertain)
                .containsExactly(true);
    }

    @Test
    void aDeniedGapThatNoRepeatCanMendStillLetsPassWhatComesBefore() {
        a.steppingOver(new Gap(window(33, 37), FORBIDDEN, false));
        Ask deny = first().partial(PartialMode.DENY);
        Answer page = answer(deny.limit(1), a, b);
        assertThat(times(answer(deny.from(page), a, b))).containsExactly(85L, 65L, 55L);
    }

    private static Gap certain(long from, long to) {
        return new Gap(window(from, to), DENSE, false);
    }

    private static NamedGap uncertain(long from, long to) {
        Window gap = window(from, to);
        return new NamedGap(gap, true, Walk.begin(EventOrder.DESC, gap, List.of("a")));
    }
}
