package dev.tributary.fanout;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What one request may ask for and spend. */
@ConfigMapping(prefix = "tributary")
public interface QueryConfig {

    /**
     * The longest window that a request may ask for.
     *
     * <p>Unit and range: duration, more than zero. Default: {@code 31d}, a month in one walk.
     */
    @WithDefault("31d")
    Duration maxWindow();

    /**
     * The most events that one page may hold; a higher {@code limit} is refused.
     *
     * <p>Unit and range: events, 1 or more. Default: 1000.
     */
    @WithDefault("1000")
    int maxLimit();

    /**
     * How long a request may work before it answers with what it surely knows.
     *
     * <p>Unit and range: duration, longer than any source's {@code timeout}, else a source that hangs would never be
     * named. Default: {@code 10s}.
     */
    @WithDefault("10s")
    Duration deadline();

    /**
     * How many upstream calls a request may make before it answers with what it surely knows.
     *
     * <p>Unit and range: calls, 1 or more. Default: 200.
     */
    @WithDefault("200")
    int maxCalls();

    /**
     * How many queries may read at a time; the others wait, see {@link #queueWait()}. At most half of them (rounded up) are
     * exports, which last as long as their clients like.
     *
     * <p>Too few waste what the upstreams would grant; too many make all of them slow.
     *
     * <p>Unit and range: queries, 1 or more. Default: 16.
     */
    @WithDefault("16")
    int maxQueries();

    /**
     * How much of the heap all queries together may fill with what they read.
     *
     * <p>A query takes a page of each of its sources before it begins, and no more than three quarters of it all. Too
     * little makes queries wait for each other, and read smaller pages; too much lets many at a time exhaust the heap, of
     * which {@code cache.max-bytes} is kept too.
     * <ul>
     *   <li>Unit and range: bytes with suffix {@code K}, {@code M} or {@code G}, from {@code 64K}
     *   <li>Default: a quarter of the heap, our margin
     * </ul>
     */
    Optional<MemorySize> maxBufferedBytes();

    /**
     * How long a query waits for its turn, and for memory that others hold, before it is refused with a 503.
     *
     * <p>Too little refuses what would have been served in a moment; too much lets callers wait for nothing.
     *
     * <p>Unit and range: duration, more than zero. Default: {@code 1s}, our margin.
     */
    @WithDefault("1s")
    Duration queueWait();
}
