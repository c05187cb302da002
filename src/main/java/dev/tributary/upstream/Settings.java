package dev.tributary.upstream;

import java.time.Duration;

/** How one source is asked; every value checked. What each means, its unit and range: {@link Tuning}. */
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
        long maxResponseBytes) {

    /** See {@link Tuning.Breaker}. */
    public record Breaker(int window, double ratio, Duration delay) {}
}
