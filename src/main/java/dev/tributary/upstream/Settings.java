package dev.tributary.upstream;

import dev.tributary.upstream.slice.FilterUnit;
import java.time.Duration;

/**
 * How one source is asked; every value checked. What each means, its unit and range: {@link Tuning}.
 *
 * @param maxCalls of {@link Budget}
 */
public record Settings(
        int pageSize,
        Duration timeout,
        Duration connectTimeout,
        int maxRetries,
        Breaker breaker,
        int concurrency,
        int requestsPerSecond,
        int burst,
        Duration settle,
        Duration overlap,
        Duration lookback,
        int maxScan,
        Duration readTimeout,
        Duration settledFor,
        Duration youngFor,
        Duration reorderTolerance,
        FilterUnit unit,
        int maxCalls,
        long maxResponseBytes) {

    /** See {@link Tuning.Breaker}. */
    public record Breaker(int window, double ratio, Duration delay) {}
}
