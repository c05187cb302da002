package dev.tributary.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The page at {@code /}, for people with a browser. */
@ConfigMapping(prefix = "tributary")
public interface PageConfig {

    /**
     * Whether the page at {@code /} is served. Without it, {@code /} is a 404 like any other address; nothing else changes.
     *
     * <p>The page's own files are for everybody who reaches the port, and hold nothing that the service reads: what the page
     * asks for, it asks as its user, who needs a token where callers are configured.
     *
     * <p>Default: {@code true}, our choice.
     */
    @WithName("page.enabled")
    @WithDefault("true")
    boolean pageEnabled();
}
