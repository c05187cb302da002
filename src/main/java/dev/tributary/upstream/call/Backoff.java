package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: doubling, jittered by half, and never less than the upstream asked for. */
final class Backoff implements CustomBackoffStrategy {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 500;

    private final RandomGenerator jitter;
    private long nextMillis = FIRST_MILLIS;

    Backoff(RandomGenerator jitter) {
        this.jitter = jitter;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        long wait = nextMillis / 2 + jitter.nextLong(nextMillis / 2 + 1);
        nextMillis = Math.min(LONGEST_MILLIS, 2 * nextMillis);
        return Math.max(wait, asked(failure).toMillis());
    }

    /** The longest wait that may come between this failure and the next attempt. */
    static Duration longestAfter(SourceFailure failure) {
        Duration own = Duration.ofMillis(LONGEST_MILLIS);
        return asked(failure).compareTo(own) > 0 ? asked(failure) : own;
    }

    private static Duration asked(Throwable thrown) {
        return thrown instanceof UpstreamException upstream ? asked(upstream.failure()) : Duration.ZERO;
    }

    static Duration asked(SourceFailure failure) {
        return Objects.requireNonNullElse(failure.retryAfter(), Duration.ZERO);
    }
}
