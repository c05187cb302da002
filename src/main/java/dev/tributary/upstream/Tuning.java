package dev.tributary.upstream;

import java.time.Duration;
import java.util.Optional;

/**
 * How sources are asked. Each key stands in a source, else under {@code tributary.} for all of them, else its default
 * holds; {@link ConfiguredSource} knows the defaults, some of which depend on the kind.
 */
public interface Tuning {

    /**
     * Rows asked for in one call. Fewer cost more calls.
     * <ul>
     *   <li>Unit and range: rows, 1 to 200; {@code registry-audit} and {@code database-audit} 1 to 100
     *   <li>Default: the most. Origin: the vendor's SDK; beyond it the upstream refuses
     * </ul>
     */
    Optional<Integer> pageSize();

    /**
     * How long one attempt of a call may take, connecting included.
     *
     * <p>Too short turns slow answers into gaps; too long leaves no time for a second attempt.
     * <ul>
     *   <li>Unit and range: duration, more than zero and less than {@code deadline}, else a hanging source is never named
     *   <li>Default: {@code 5s}, our choice
     * </ul>
     */
    Optional<Duration> timeout();

    /** How long connecting may take. Duration, more than zero; default {@code 2s}, our choice. */
    Optional<Duration> connectTimeout();

    /**
     * How many times a failed call is repeated when a repeat may help. More ride out longer troubles, and load an upstream
     * in trouble. Calls, 0 or more; default 2, our choice.
     */
    Optional<Integer> maxRetries();

    /** When a source in trouble is left alone for a while. */
    Breaker breaker();

    /**
     * Calls of one source under way at once. Too few make wide windows slow; too many meet the upstream's own limits. Calls,
     * 1 or more; default 8, our choice.
     */
    Optional<Integer> concurrency();

    /**
     * Calls begun a second, counted per account, host and kind.
     *
     * <p>Too few make callers wait; too many bring 429s, which pause the whole group.
     * <ul>
     *   <li>Unit and range: calls a second, 1 or more
     *   <li>Default: 20, a tenth of what the vendor's API gateway allows by default (200)
     * </ul>
     */
    Optional<Integer> requestsPerSecond();

    /** Calls that may begin at once after a quiet time. Calls, 1 or more; default 40, two seconds' worth. */
    Optional<Integer> burst();

    /**
     * How old an event must be until no change is expected any more.
     *
     * <p>Too short loses late events of followers; too long keeps followers behind.
     * <ul>
     *   <li>Unit and range: duration, zero or more
     *   <li>Default: {@code 5m}; {@code registry-audit} {@code 2m}; {@code database-audit} {@code 2h}, as its files are
     *       seen when they are complete. Our margins: the vendor documents no delay
     * </ul>
     */
    Optional<Duration> settle();

    /** How far followers read again, beyond {@link #settle}. Duration, zero or more; default {@code 10m}, our margin. */
    Optional<Duration> overlap();

    /**
     * How far before a window the search for audit files begins, so that a file begun earlier is found too;
     * {@code database-audit} only.
     *
     * <p>Too short misses files that took longer to fill; too long costs calls, at last {@code too-large}.
     * <ul>
     *   <li>Unit and range: duration, {@code 0s} to {@code 28d}
     *   <li>Default: {@code 2d}, our margin
     *   <li>Origin: one call spans 30 days at most; whether it compares a file's begin, end or overlap is not documented
     *       (GaussDB API reference, "Obtaining Audit Logs")
     * </ul>
     */
    Optional<Duration> lookback();

    /**
     * The longest list that is read; {@code registry-audit} only, whose lists are read whole.
     *
     * <p>Too few fail sources that could be read; too many cost a call every 100 rows. Rows, 1 or more; default
     * 5000, our choice.
     */
    Optional<Integer> maxScan();

    /** When a source in trouble is left alone, and for how long. */
    interface Breaker {

        /** The calls last made that are looked at. Fewer trip sooner, by chance too. Calls, 1 or more; default 20. */
        Optional<Integer> window();

        /** The part of them that failed, from which the source is left alone. More than 0, at most 1; default 0.5. */
        Optional<Double> ratio();

        /** How long the source is left alone before one call tries it. Duration, more than zero; default {@code 5s}. */
        Optional<Duration> delay();
    }
}
