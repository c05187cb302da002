package dev.tributary.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers wait for their clients. */
@ConfigMapping(prefix = "tributary")
public interface WritingConfig {

    /**
     * How long a client may take nothing of its answer before it is cut off.
     *
     * <p>Too short cuts off who is only slow: what is looked at is when the operating system takes the next 16 KB, which
     * it does in steps of some ten KB. Too long keeps an export, its upstream calls and its memory for nobody.
     *
     * <p>Unit and range: duration, more than zero. Default: {@code 30s}, in which a client that takes 4 KB a second is
     * safe.
     */
    @WithDefault("30s")
    Duration writeTimeout();
}
