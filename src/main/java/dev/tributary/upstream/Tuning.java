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

    /**
     * How long a read that several queries may share goes on, counted from its own start: no query's deadline ends it for
     * the others.
     *
     * <p>Too short gives up slow reads that a patient query, or the next one, would have used; too long keeps a slot of a
     * source in trouble.
     * <ul>
     *   <li>Unit and range: duration, {@code timeout} or more
     *   <li>Default: {@code 10s}, or {@code timeout} where that is longer; our choice
     * </ul>
     */
    Optional<Duration> readTimeout();

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
     * <p>Too short misses files that took longer to fill; too long costs calls, at last {@code too-large}. Twice the
     * longest file seen lengthens it; an upstream that is seen to find files by their end is asked with an hour, or those
     * twice.
     * <ul>
     *   <li>Unit and range: duration, {@code 0s} to {@code 28d}
     *   <li>Default: {@code 2d}, our margin
     *   <li>Origin: one call spans 30 days at most; whether it compares a file's begin, end or overlap is not documented
     *       (GaussDB API reference, "Obtaining Audit Logs")
     * </ul>
     */
    Optional<Duration> lookback();

    /**
     * The longest list that is read whole; {@code registry-audit} only. A list whose order cannot be told is read whole,
     * twice; one with more rows than this fails the source as {@code inconsistent}.
     *
     * <p>Too few fail sources that could be read; too many cost two calls every 100 rows.
     * <ul>
     *   <li>Unit and range: rows, 1 or more
     *   <li>Default: 5000, our choice: 100 calls, half of what a request may make
     * </ul>
     */
    Optional<Integer> maxScan();

    /**
     * By how much the rows of a list may stand out of the order of time, as late records do; {@code registry-audit} only.
     *
     * <p>Too little makes uncertain gaps of what is merely late; too much makes every page wait for, and every search read,
     * so much more of the list.
     * <ul>
     *   <li>Unit and range: duration, zero to {@code 1d}
     *   <li>Default: {@code 10m}, our margin: the vendor documents no order
     * </ul>
     */
    Optional<Duration> reorderTolerance();

    /**
     * What the upstream's time filter counts in: {@code ms} or {@code s}; {@code image-log} and {@code cluster-event} only.
     * Checked before the source is first read; the wrong one fails it as {@code inconsistent}.
     *
     * <p>Default: {@code ms}, the unit of the {@code time} in its answers. Origin: the HSS API reference names no unit for
     * {@code start_time} and {@code end_time}.
     */
    Optional<String> timeUnit();

    /** How long what was read, and proven whole, serves later queries too. */
    Cache cache();

    /** When a source in trouble is left alone, and for how long. */
    interface Breaker {

        /** The calls last made that are looked at. Fewer trip sooner, by chance too. Calls, 1 or more; default 20. */
        Optional<Integer> window();

        /** The part of them that failed, from which the source is left alone. More than 0, at most 1; default 0.5. */
        Optional<Double> ratio();

        /** How long the source is left alone before one call tries it. Duration, more than zero; default {@code 5s}. */
        Optional<Duration> delay();
    }

    /** How long what was read is kept; how much of it: {@link UpstreamConfig#cacheMaxBytes}. */
    interface Cache {

        /**
         * How long that is kept which was read so late that no change of it is expected ({@link #settle} and
         * {@link #overlap} after its end).
         *
         * <p>Shorter costs calls; longer hides for longer what changes upstream all the same. Duration, zero (nothing is
         * kept) or more; default {@code 15m}, our choice.
         */
        Optional<Duration> settledFor();

        /**
         * How long all else is kept.
         *
         * <p>Shorter costs calls when many ask at once; longer keeps new events from them, and from followers.
         * <ul>
         *   <li>Unit and range: duration, zero to {@code settled-for}
         *   <li>Default: {@code 1s}, or {@code settled-for} where that is shorter; our choice
         * </ul>
         */
        Optional<Duration> youngFor();
    }
}
