package dev.tributary.fanout;

import static dev.tributary.event.EventOrder.DESC;
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
import static dev.tributary.fanout.Pages.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One page over sources that are scripted. */
class FanoutTest {
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
    void aSourceThatHangsEndsThePageAtTheDeadline() {
        Sources sources = new Sources(List.of(a, b.hanging()));
        Answer page = (Answer) first().pending(sources, Duration.ZERO).await().indefinitely();
        assertThat(page.events()).isEmpty();
        assertThat(page.reached()).isEqualTo(WINDOW.to());
        assertThat(page.complete()).isTrue();
        assertThat(page.next().position()).isEqualTo(Position.start(DESC, WINDOW));
    }

    @Test
    void aFinishedSourceIsNotAskedAgain() {
        InMemorySource done = inOneSlice("c", 99);
        Answer page = answer(first().limit(2), done, a);
        answer(first().from(page), done, a);
        assertThat(done.asked).hasSize(1);
        assertThat(a.asked).hasSize(2);
    }

    @Test
    void aSourceGoesOnWithTheHintsThatItLeft() {
        Answer page = answer(first().limit(3), a, b);
        assertThat(page.next().hints()).isEqualTo(Map.of("a", hints(65), "b", hints(65)));
        answer(first().from(page), a, b);
        assertThat(a.asked).extracting(ReadRequest::hints).containsExactly(Hints.none(), hints(65));
    }

    @Test
    void theLinkOfAGapIsTheSameOnEveryPage() {
        a.failingAt(95, TIMEOUT);
        Answer page = answer(first().limit(1), a, b);
        Answer next = answer(first().from(page), a, b);
        assertThat(report(next.sources(), "a").gaps())
                .isEqualTo(report(page.sources(), "a").gaps());
    }

    @Test
    void freshnessIsOfTheRequest() {
        answer(first().freshness(Freshness.FRESH), a);
        answer(first(), a);
        assertThat(a.asked).extracting(ReadRequest::freshness).containsExactly(Freshness.FRESH, Freshness.CACHED);
    }

    /** Batches that are there at once must not pile up on the stack. */
    @Test
    void aHundredThousandSlicesAreOnePage() {
        Window window = window(0, 100_000);
        InMemorySource fine = new InMemorySource("fine", 1, List.of());
        assertThat(answer(first().over(window), fine).complete()).isTrue();
    }

    private static Hints hints(long place) {
        return new Hints(List.of(place));
    }
}
