package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final double NEVER_AGAIN = 0.0001; // a second: none within a test

    private final Vertx vertx = Vertx.vertx();
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
    void whoWaitsGetsHisTurnInOrder() {
        Pace pace = pace(50, 1);
        List.of("a", "b", "c", "d").forEach(name -> begin(pace, name));
        await().untilAsserted(() -> assertThat(begun).containsExactly("a", "b", "c", "d"));
    }

    @Test
    void whoCancelsCostsNoTurn() {
        Pace pace = pace(20, 1);
        begin(pace, "a");
        Cancellable b = begin(pace, "b");
        begin(pace, "c");
        b.cancel();
        await().untilAsserted(() -> assertThat(begun).containsExactly("a", "c"));
    }

    @Test
    void aPauseHoldsEverybodyBackAndEnds() {
        Pace pace = pace(1_000, 10);
        pace.pause(Duration.ofMillis(200));
        begin(pace, "a");
        assertThat(begun).isEmpty();
        await().untilAsserted(() -> assertThat(begun).containsExactly("a"));
    }

    private Pace pace(double perSecond, int burst) {
        return new Pace(vertx, Clock.systemUTC(), perSecond, burst);
    }

    private Cancellable begin(Pace pace, String name) {
        return pace.turn().subscribe().with(turn -> begun.add(name));
    }
}
