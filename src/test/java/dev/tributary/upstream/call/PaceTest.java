package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.upstream.auth.SettableClock;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names begin with their source: {@code a2} is the second call of source {@code a}. */
class PaceTest {
    private static final double NEVER_AGAIN = 0.0001; // a second: none within a test

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aBurstGoesAtOnceAndTheRestWaits() {
        Pace pace = pace(NEVER_AGAIN, 2);
        List.of("a", "b", "c").forEach(name -> begin(pace, name));
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void callsOfASourceGetTheirTurnInTheOrderInWhichTheyCame() {
        Pace pace = pace(50, 1);
        List.of("a1", "a2", "a3", "a4").forEach(name -> begin(pace, name));
        await().untilAsserted(() -> assertThat(begun).containsExactly("a1", "a2", "a3", "a4"));
    }

    @Test
    void aSourceThatQueuesManyCallsKeepsNoOtherWaitingForAllOfThem() {
        Pace pace = emptyAndStandingStill();
        List.of("a1", "a2", "a3", "a4", "a5", "b1", "c1", "c2").forEach(name -> begin(pace, name));
        assertThat(begun).isEmpty();
        fillAndServe(pace);
        assertThat(begun).containsExactly("a1", "b1", "c1", "z", "a2", "c2", "a3", "a4", "a5");
    }

    @Test
    void aSourceThatComesBackStandsBehindThoseThatWaitStill() {
        Pace pace = emptyAndStandingStill();
        List.of("a1", "b1", "a2", "b2").forEach(name -> begin(pace, name));
        oneToken(pace, "a3"); // a1
        oneToken(pace, "b3"); // b1
        oneToken(pace, "c1"); // a2
        fillAndServe(pace);
        assertThat(begun).containsExactly("a1", "b1", "a2", "b2", "c1", "a3", "z", "b3");
    }

    @Test
    void whoCancelsCostsNoTurn() {
        Pace pace = emptyAndStandingStill();
        begin(pace, "a1");
        Cancellable a2 = begin(pace, "a2");
        Cancellable b1 = begin(pace, "b1");
        begin(pace, "a3");
        a2.cancel();
        b1.cancel();
        oneToken(pace, "c1"); // a1
        oneToken(pace, "c2"); // c1
        oneToken(pace, "c3"); // a3
        assertThat(begun).containsExactly("a1", "c1", "a3");
    }

    @Test
    void aPauseHoldsEverySourceBackAndEnds() {
        Pace pace = pace(1_000, 10);
        pace.pause(Duration.ofMillis(200));
        begin(pace, "a1");
        begin(pace, "b1");
        assertThat(begun).isEmpty();
        await().untilAsserted(() -> assertThat(begun).containsExactly("a1", "b1"));
    }

    /** As a machine's clock does that was wrong and is set right. */
    @Test
    void aClockThatIsSetBackStopsNobodyForLongerThanAPauseMay() {
        Pace pace = new Pace(vertx, new LocalBucket(clock, 1, 1));
        begin(pace, "a1");
        clock.advance(Duration.ofHours(-1));
        begin(pace, "a2");
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        begin(pace, "a3");
        assertThat(begun).containsExactly("a1", "a2");
    }

    private Pace pace(double perSecond, int burst) {
        return new Pace(vertx, new LocalBucket(Clock.systemUTC(), perSecond, burst));
    }

    /** A token for every second that the test lets pass. */
    private Pace emptyAndStandingStill() {
        Pace pace = new Pace(vertx, new LocalBucket(clock, 1, 100));
        pace.pause(Duration.ZERO);
        return pace;
    }

    /** Time passes for one token; a newcomer makes the pace look. */
    private void oneToken(Pace pace, String newcomer) {
        clock.advance(Duration.ofSeconds(1));
        begin(pace, newcomer);
    }

    private void fillAndServe(Pace pace) {
        clock.advance(Duration.ofSeconds(100));
        begin(pace, "z");
    }

    private Cancellable begin(Pace pace, String name) {
        return pace.turn(name.substring(0, 1)).subscribe().with(turn -> begun.add(name));
    }
}
