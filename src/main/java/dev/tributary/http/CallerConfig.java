package dev.tributary.http;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One who may ask, by bearer token. */
public interface CallerConfig {

    /**
     * The file that holds the caller's tokens, one a line; any of them is good, so that the next one is known before the
     * last one is taken away. White space around a token, and blank lines, do not count.
     *
     * <p>It is read at the start and again when it changes, within five seconds. While it is missing or malformed, the
     * tokens that it held stay good; when it is empty, none is.
     * <ul>
     *   <li>Range: tokens of 16 characters or more as RFC 6750 has them, at most 64 KB together; no token in two files. A
     *       file that is missing, empty or malformed at the start is a fault
     *   <li>Default: none, it must be given
     * </ul>
     */
    Optional<String> tokenFile();

    /**
     * The sources that the caller sees. For him there are no others: no answer, error or list names them.
     *
     * <p>Range: names, in which {@code *} stands for any characters; one that matches no configured source is a start-up
     * fault. Default: {@code *}, all.
     */
    @WithDefault("*")
    List<String> sources();

    /**
     * How many queries the caller may have under way at a time, waiting ones included; at most half of them (rounded up)
     * exports. One more is a 429, at once.
     *
     * <p>Too few make a caller wait for himself; too many let him take the turns of others.
     *
     * <p>Unit and range: queries, 1 to {@code tributary.max-queries}. Default: half of {@code tributary.max-queries}, at
     * least 1.
     */
    OptionalInt maxQueries();
}
