package dev.tributary.fanout;

import static dev.tributary.event.EventOrder.ASC;
import static dev.tributary.fanout.Pages.answer;
import static dev.tributary.fanout.Pages.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far an answer is settled, and where a follower goes on; the sources settle in 5 minutes, with 10 of overlap. */
class SettledTest {
    private static final Instant TO = Instant.EPOCH.plus(Duration.ofHours(6));
    private static final Instant LATER = Instant.EPOCH.plus(Duration.ofHours(5));
    private static final Instant EARLIER = Instant.EPOCH.plus(Duration.ofHours(4));
    private static final Duration SETTLE = Duration.ofMinutes(5);
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Ask ask = new Ask(new Window(Instant.EPOCH, TO), ASC);
    private final InMemorySource a = hourly("a");
    private final InMemorySource b = hourly("b");

    private static InMemorySource hourly(String name) {
        return new InMemorySource(name, 3_600_000, source(name, 1, 2, 3).events());
    }

    @Test
    void theOldestReadingOfAnySourceCounts() {
        assertThat(answer(ask, a.readAt(LATER), b.readAt(EARLIER)).settledTo()).isEqualTo(EARLIER.minus(SETTLE));
    }

    /** History 11 over pages: an event that came after the first page was read is newer than where the follower goes on. */
    @Test
    void aWalkIsAsOldAsItsOldestPage() {
        Answer first = answer(ask.limit(4), a.readAt(EARLIER), b.readAt(EARLIER));
        Answer last = answer(ask.from(first), a.readAt(LATER), b.readAt(LATER));

        assertThat(first.followFrom()).isNull();
        assertThat(last.next()).isNull();
        assertThat(last.settledTo()).isEqualTo(EARLIER.minus(SETTLE));
        assertThat(last.followFrom()).isEqualTo(EARLIER.minus(SETTLE).minus(OVERLAP));
    }

    @Test
    void settledIsNeverAfterTheWindow() {
        Answer answer = answer(ask, a.readAt(TO.plus(Duration.ofDays(1))), b.readAt(TO.plus(Duration.ofDays(1))));
        assertThat(answer.settledTo()).isEqualTo(TO);
        assertThat(answer.followFrom()).isEqualTo(TO.minus(OVERLAP));
    }

    @Test
    void aFollowerNeverGoesBackBehindWhereItBegan() {
        Instant from = EARLIER.minusSeconds(1);
        assertThat(answer(ask.over(new Window(from, TO)), a.readAt(EARLIER)).followFrom())
                .isEqualTo(from);
    }

    @Test
    void nothingIsReadOfAnEmptyWindowAndTheFollowerComesAgain() {
        Answer answer = answer(ask.over(new Window(TO, TO)), a.readAt(EARLIER));
        assertThat(answer.events()).isEmpty();
        assertThat(answer.complete()).isTrue();
        assertThat(answer.followFrom()).isEqualTo(TO);
    }
}
