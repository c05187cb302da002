package dev.tributary.fanout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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
}
