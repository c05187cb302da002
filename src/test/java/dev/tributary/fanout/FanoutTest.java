package dev.tributary.fanout;

import static dev.tributary.event.EventOrder.DESC;
import static dev.tributary.event.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One page over sources that are scripted: a window of 100 ms, newest first, slices of 10 ms. */
class FanoutTest {
    private static final SourceFailure TIMEOUT = SourceFailure.of(FailureType.TIMEOUT, "too late");
    private static final SourceFailure FORBIDDEN = SourceFailure.of(FailureType.FORBIDDEN, "no");

    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);

    @Test
    void mergesAllSourcesInOneOrder() {
        Answer answer = answer(first(), a, b);
        assertThat(times(answer)).containsExactly(95L, 85L, 65L, 55L, 35L, 25L, 5L);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.next()).isNull();
        assertThat(answer.reached()).isEqualTo(Instant.EPOCH);
        assertThat(answer.sources()).extracting(SourceReport::status).containsOnly(Status.COMPLETE);
    }

    @Test
    void stopsAtTheLimitAndSaysWhereToGoOn() {
        Answer page = answer(first().limit(3), a, b);
        assertThat(times(page)).containsExactly(95L, 85L, 65L);
        assertThat(page.reached()).isEqualTo(Instant.ofEpochMilli(65));
        assertThat(page.next().position())
                .isEqualTo(new Position.After(page.events().get(2).key()));
        assertThat(times(answer(first().from(page), a, b))).containsExactly(55L, 35L, 25L, 5L);
    }

    @Test
    void aSourceThatIsDownBecomesANamedGapAndTheRestIsThere() {
        a.failingAt(95, TIMEOUT);
        Answer answer = answer(first(), a, b);
        assertThat(times(answer)).containsExactly(85L, 55L, 25L);
        assertThat(answer.complete()).isFalse();
        SourceReport report = report(answer.sources(), "a");
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.error()).isEqualTo(TIMEOUT);
        assertThat(report.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.window()).isEqualTo(WINDOW);
            assertThat(gap.link().sources()).containsExactly("a");
        });
    }

    @Test
    void theLinkOfAGapReadsItOnceTheSourceIsBack() {
        a.failingAt(95, TIMEOUT);
        Answer answer = answer(first(), a, b);
        a.heals();
        Walk link = report(answer.sources(), "a").gaps().get(0).link();
        assertThat(times(answer(first().walk(link), a, b))).containsExactly(95L, 65L, 35L, 5L);
    }

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

    @Test
    void aPageThatHandedSomethingOverEndsBeforeAFailure() {
        a.failingAt(35, TIMEOUT);
        Answer page = answer(first(), a, b);
        assertThat(times(page)).containsExactly(95L, 85L, 65L, 55L);
        Answer next = answer(first().from(page), a, b);
        assertThat(times(next)).containsExactly(25L);
        assertThat(report(next.sources(), "a").gaps().get(0).window())
                .isEqualTo(new Window(Instant.EPOCH, Instant.ofEpochMilli(40)));
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

    @Test
    void whenAllFailThereIsNoAnswerButAWayOn() {
        Refusal refusal = refusal(first(), a.failingAt(95, TIMEOUT), b.failingAt(95, FORBIDDEN));
        assertThat(refusal.sources()).extracting(SourceReport::status).containsOnly(Status.FAILED, Status.FAILED);
        assertThat(refusal.without().sources()).isEmpty();
        assertThat(refusal.without().departed()).hasSize(2);
    }

    @Test
    void aSourceWithNothingInTheWindowHasAnsweredAllTheSame() {
        Answer answer = answer(first(), source("c"), a.failingAt(95, TIMEOUT));
        assertThat(answer.events()).isEmpty();
        assertThat(answer.complete()).isFalse();
    }

    @Test
    void deniedGapsFailTheRequest() {
        Refusal refusal = refusal(first().partial(PartialMode.DENY), a.failingAt(95, TIMEOUT), b);
        assertThat(report(refusal.sources(), "a").gaps()).hasSize(1);
        assertThat(refusal.without().sources()).containsExactly("a", "b");
        assertThat(refusal.without().isWhole()).isTrue();
    }

    @Test
    void runningOutOfBudgetIsNoFailure() {
        a.tooSlowFor(35);
        Answer page = answer(first(), a, b);
        assertThat(times(page)).containsExactly(95L, 85L, 65L, 55L);
        assertThat(page.reached()).isEqualTo(Instant.ofEpochMilli(39));
        assertThat(page.complete()).isTrue();
        a.heals();
        assertThat(times(answer(first().from(page), a, b))).containsExactly(35L, 25L, 5L);
    }

    @Test
    void aSourceThatIsNoLongerConfiguredIsAGap() {
        Answer page = answer(first().limit(1), a, b);
        Answer next = answer(first().from(page), b);
        assertThat(times(next)).containsExactly(85L, 55L, 25L);
        assertThat(report(next.sources(), "a").error().type()).isEqualTo(FailureType.NOT_FOUND);
    }

    @Test
    void aSourceThatIsNoLongerConfiguredFailsARequestThatAllowsNoGap() {
        Answer page = answer(first().limit(1), a, b);
        Refusal refusal = refusal(first().from(page).partial(PartialMode.DENY), b);
        assertThat(refusal.without().isWhole()).isTrue();
    }

    @Test
    void aSourceAddedInMidWalkStaysOutOfIt() {
        Answer page = answer(first().limit(1), a);
        Answer next = answer(first().from(page), a, b);
        assertThat(times(next)).containsExactly(65L, 35L, 5L);
        assertThat(report(next.sources(), "b").status()).isEqualTo(Status.SKIPPED);
        assertThat(next.complete()).isTrue();
    }

    @Test
    void aFinishedSourceIsNotAskedAgain() {
        InMemorySource done = inOneSlice("c", 99);
        Answer page = answer(first().limit(2), done, a);
        answer(first().from(page), done, a);
        assertThat(done.readings).isEqualTo(1);
        assertThat(a.readings).isEqualTo(2);
    }

    private static final Window WINDOW = new Window(Instant.EPOCH, Instant.ofEpochMilli(100));

    private static Ask first() {
        return new Ask(WINDOW, DESC);
    }

    private static InMemorySource source(String name, long... times) {
        return new InMemorySource(
                name,
                10,
                LongStream.of(times).mapToObj(time -> event(name, time, 1)).toList());
    }

    private static InMemorySource inOneSlice(String name, long time) {
        return new InMemorySource(name, 100, List.of(event(name, time, 1)));
    }

    private static Answer answer(Ask ask, InMemorySource... sources) {
        return (Answer) ask.of(new Sources(List.of(sources)));
    }

    private static Refusal refusal(Ask ask, InMemorySource... sources) {
        return (Refusal) ask.of(new Sources(List.of(sources)));
    }

    private static List<Long> times(Answer answer) {
        return answer.events().stream()
                .map(Event::time)
                .map(Instant::toEpochMilli)
                .toList();
    }

    private static SourceReport report(List<SourceReport> reports, String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
