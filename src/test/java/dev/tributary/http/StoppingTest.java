package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.upstream.auth.SettableClock;
import io.quarkus.smallrye.health.runtime.ShutdownReadinessCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When exports end that still run. What becomes of connections and of the process, {@code StoppingIT} shows. */
class StoppingTest {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-10T10:00:00Z"));
    private final ShutdownReadinessCheck readiness = new ShutdownReadinessCheck();

    @Test
    void neverUnlessTheProcessIsTold() {
        Stopping stopping = new Stopping(readiness, clock, Optional.of(DELAY));

        assertThat(stopping.endsExports()).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(stopping.endsExports()).isFalse();
    }

    /** Who asked again at once would be led here again. */
    @Test
    void onlyOnceTheDelayIsOver() {
        Stopping stopping = new Stopping(readiness, clock, Optional.of(DELAY));
        readiness.shutdown();

        assertThat(stopping.endsExports()).isFalse();
        clock.advance(DELAY.minusMillis(1));
        assertThat(stopping.endsExports()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(stopping.endsExports()).isTrue();
    }

    @Test
    void atOnceWhereThereIsNoDelay() {
        Stopping stopping = new Stopping(readiness, clock, Optional.empty());
        readiness.shutdown();

        assertThat(stopping.endsExports()).isTrue();
    }
}
