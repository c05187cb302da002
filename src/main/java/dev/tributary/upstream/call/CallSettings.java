package dev.tributary.upstream.call;

import java.time.Duration;

/**
 * The limits of one source's calls.
 *
 * @param timeout of one attempt, answer included
 * @param maxRetries attempts beyond the first, 0 or more
 * @param breakerWindow calls over which failures are counted
 * @param breakerRatio share of failures in a full window that opens the breaker, above 0 to 1
 * @param breakerDelay how long an open breaker refuses before it tries again
 * @param concurrency calls at a time
 * @param maxResponseBytes of one answer, decompressed
 */
public record CallSettings(
        Duration timeout,
        int maxRetries,
        int breakerWindow,
        double breakerRatio,
        Duration breakerDelay,
        int concurrency,
        long maxResponseBytes) {}
