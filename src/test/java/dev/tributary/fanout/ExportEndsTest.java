package dev.tributary.fanout;

import static dev.tributary.fanout.Pages.FORBIDDEN;
import static dev.tributary.fanout.Pages.TIMEOUT;
import static dev.tributary.fanout.Pages.first;
import static dev.tributary.fanout.Pages.report;
import static dev.tributary.fanout.Pages.source;
import static dev.tributary.fanout.Pages.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.Allowance;
import dev.tributary.source.Gap;
import dev.tributary.source.Sources;
import dev.tributary.upstream.auth.SettableClock;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an export ends; its window and sources are those of {@link Pages}, its steps hold two events. */
class ExportEndsTest {
    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);
    private final Taken taken = new Taken();

    @Test
    void withASummaryOfAllItsSteps() {
        Answer summary = (Answer) export(first());
        assertThat(taken.times).containsExactly(95L, 85L, 65L, 55L, 35L, 25L, 5L);
        assertThat(taken.progress).hasSize(3);
        assertThat(summary.next()).isNull();
        assertThat(summary.followFrom()).isNotNull();
        assertThat(summary.events()).isEmpty();
        assertThat(report(summary.sources(), "a").events()).isEqualTo(4);
        assertThat(report(summary.sources(), "b").events()).isEqualTo(3);
        assertThat(summary.sources()).extracting(SourceReport::status).containsOnly(Status.COMPLETE);
    }

    /** One reading each, however many steps: what it has read ahead is not thrown away. */
    @Test
    void itsReadingsStayOpenFromStepToStep() {
        export(first());
        assertThat(a.asked).hasSize(1);
        assertThat(b.asked).hasSize(1);
        assertThat(a.closed).isEqualTo(1);
    }

    @Test
    void withTheFiguresOfAllItsSteps() {
        Answer summary = (Answer) export(first());
        assertThat(report(summary.sources(), "a").figures().upstreamCalls()).isEqualTo(10); // slices of the window
        assertThat(report(summary.sources(), "b").figures().upstreamCalls()).isEqualTo(10);
    }

    @Test
    void whatOneStepMaySpendEachStepMaySpend() {
        Clock clock = Clock.systemUTC();
        Allowance fourCalls = new Allowance(clock, Duration.ofMinutes(1), 4);
        Answer summary = (Answer) first().export(sources(), taken, fourCalls, clock, 1_000, Duration.ofMinutes(1))
                .await()
                .indefinitely();
        assertThat(taken.times).hasSize(7);
        assertThat(summary.next()).isNull();
    }

    /** The client took longer than a step may last: that is not the sources' time. */
    @Test
    void aSlowClientSpendsNoneOfTheTimeForReading() {
        SettableClock clock = new SettableClock(Instant.EPOCH);
        Duration deadline = Duration.ofSeconds(10);
        taken.takesItsTime = () -> clock.advance(deadline.multipliedBy(2));
        Allowance allowance = new Allowance(clock, deadline, Integer.MAX_VALUE);
        first().export(sources(), taken, allowance, clock, 1_000, Duration.ofDays(1))
                .await()
                .indefinitely();
        assertThat(taken.times).hasSize(7);
        assertThat(taken.progress).isEmpty();
    }

    /** However few events there are: who is cut must not begin anew. */
    @Test
    void withProgressAsOftenAsTimeDemands() {
        first().export(sources(), taken, 1_000, Duration.ZERO).await().indefinitely();
        assertThat(taken.times).hasSize(7);
        assertThat(taken.progress).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    void withProgressWheneverThereIsAnyIfThatIsWanted() {
        taken.isInAHurry = true;
        first().export(sources(), taken, 1_000, Duration.ofDays(1)).await().indefinitely();
        assertThat(taken.times).hasSize(7);
        assertThat(taken.progress).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    void atItsLimitWithTheWayOn() {
        Answer summary = (Answer) export(first().limit(3));
        assertThat(taken.times).containsExactly(95L, 85L, 65L);
        assertThat(summary.next()).isNotNull();
    }

    @Test
    void asARefusalWhileNothingWasHandedOver() {
        a.failingAt(95, TIMEOUT);
        b.failingAt(95, FORBIDDEN);
        assertThat(export(first())).isInstanceOf(Refusal.class);
        assertThat(taken.progress).isEmpty();
    }

    /** Whoever asks again hears what a page would say. */
    @Test
    void whereAllSourcesFailTogetherWithTheWayBackToThatPlace() {
        a.failingAt(35, TIMEOUT);
        b.failingAt(35, TIMEOUT);
        Answer summary = (Answer) export(first());
        assertThat(taken.times).containsExactly(95L, 85L, 65L, 55L);
        assertThat(summary.complete()).isTrue();
        assertThat(summary.next()).isEqualTo(taken.progress.get(taken.progress.size() - 1));
        assertThat(report(summary.sources(), "a").error()).isEqualTo(TIMEOUT);
        assertThat(report(summary.sources(), "a").status()).isEqualTo(Status.MORE);
        assertThat(report(summary.sources(), "a").gaps()).isEmpty();
        a.heals();
        b.heals();
        export(first().walk(summary.next()));
        assertThat(taken.times).containsExactly(95L, 85L, 65L, 55L, 35L, 25L, 5L);
    }

    @Test
    void inspiteOfOneSourceThatFailedAndIsNamed() {
        a.failingAt(35, TIMEOUT);
        Answer summary = (Answer) export(first());
        assertThat(taken.times).containsExactly(95L, 85L, 65L, 55L, 25L);
        assertThat(summary.complete()).isFalse();
        SourceReport report = report(summary.sources(), "a");
        assertThat(report.status()).isEqualTo(Status.PARTIAL);
        assertThat(report.events()).isEqualTo(2);
        assertThat(report.error()).isEqualTo(TIMEOUT);
        assertThat(report.gaps()).hasSize(1);
    }

    @Test
    void withOneGapHoweverManyStepsHavePassedIt() {
        b.steppingOver(new Gap(window(10, 80), TIMEOUT, false));
        Answer summary = (Answer) export(first());
        assertThat(taken.progress).hasSizeGreaterThan(1);
        assertThat(report(summary.sources(), "b").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(10, 80));
    }

    @Test
    void asARefusalWhereAGapIsNotAllowed() {
        a.failingAt(35, TIMEOUT);
        assertThat(export(first().partial(PartialMode.DENY))).isInstanceOf(Refusal.class);
        assertThat(taken.times).containsExactly(95L, 85L, 65L, 55L);
    }

    @Test
    void whereNoStepGetsAnyFurtherWithTheWayOn() {
        a.outAfter(4);
        Answer summary = (Answer) export(first());
        assertThat(taken.times).containsExactly(95L, 85L, 65L);
        assertThat(summary.next()).isNotNull();
        assertThat(summary.complete()).isTrue();
    }

    @Test
    void withItsReadingsWhenItsClientGoesAway() {
        taken.stops = true;
        Cancellable export = first().export(sources(), taken, 2).subscribe().with(result -> {});
        assertThat(a.closed).isZero();
        export.cancel();
        assertThat(a.closed).isEqualTo(1);
        assertThat(b.closed).isEqualTo(1);
    }

    private Sources sources() {
        return new Sources(List.of(a, b));
    }

    private QueryResult export(Ask ask) {
        return ask.export(sources(), taken, 2).await().indefinitely();
    }

    private static final class Taken implements EventSink {
        private final List<Long> times = new ArrayList<>();
        private final List<@Nullable Walk> progress = new ArrayList<>();
        private boolean stops;
        private boolean isInAHurry;
        private Runnable takesItsTime = () -> {};

        @Override
        public Uni<Void> events(List<Event> events) {
            events.forEach(event -> times.add(event.time().toEpochMilli()));
            takesItsTime.run();
            return stops ? Uni.createFrom().nothing() : Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> progress(Answer step) {
            progress.add(step.next());
            return Uni.createFrom().voidItem();
        }

        @Override
        public boolean isInAHurry() {
            return isInAHurry;
        }
    }
}
