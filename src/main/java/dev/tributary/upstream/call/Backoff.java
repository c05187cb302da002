package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before another attempt: doubling, jittered by half, and never less than the upstream asked for. */
final class Backoff implements CustomBackoffStrategy {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 500;

    private long nextMillis = FIRST_MILLIS;

    @Override
    public long nextDelayInMillis(Throwable failure) {
        long wait = nextMillis / 2 + ThreadLocalRandom.current().nextLong(nextMillis / 2 + 1);
        nextMillis = Math.min(LONGEST_MILLIS, 2 * nextMillis);
        return Math.max(wait, asked(failure).toMillis());
    }

    /** The longest wait of ours that may come before an attempt that follows this failure. */
    static Duration longestAfter(SourceFailure failure) {
        Duration asked = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
        Duration own = Duration.ofMillis(LONGEST_MILLIS);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private static Duration asked(Throwable failure) {
        boolean told = failure instanceof UpstreamException upstream && upstream.failure().retryAfter() != null;
        return told ? ((UpstreamException) failure).failure().retryAfter() : Duration.ZERO;
    }
}
