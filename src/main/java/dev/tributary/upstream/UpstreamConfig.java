package dev.tributary.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is asked, with whose credentials. The keys of {@link Tuning} stand here for all sources. */
@ConfigMapping(prefix = "tributary")
public interface UpstreamConfig extends Tuning {

    /**
     * Credentials by name. A source that names no account uses {@code default}.
     *
     * <p>Range: names of the form {@code [a-z0-9]+(-[a-z0-9]+)*}, so that an environment variable can set their values.
     */
    Map<String, AccountConfig> accounts();

    /**
     * Sources by name, one or more.
     *
     * <p>Range: names as for accounts, at most 63 characters. A name must stand in a file: one that stands only in
     * environment variables is not seen.
     */
    Map<String, SourceConfig> sources();

    /**
     * Whether endpoints of sources and of IAM may be plain http.
     *
     * <p>With http, whoever stands between reads and forges events, and reads passwords and tokens: for tests and for a
     * TLS proxy in the same pod. Default: {@code false}.
     */
    @WithDefault("false")
    boolean allowPlainHttp();

    /**
     * The largest answer of an upstream that is read, after decompression; a larger one is a {@code too-large}.
     *
     * <p>Too little refuses good pages; too much lets one sick upstream fill the heap.
     * <ul>
     *   <li>Unit and range: bytes with suffix {@code K} or {@code M}, from {@code 1K}
     *   <li>Default: {@code 8M}, our margin: 200 rows of 40 KB
     * </ul>
     */
    @WithDefault("8M")
    MemorySize maxResponseBytes();

    /**
     * The seed of the chance in the waits between two attempts, so that a rehearsal repeats itself.
     *
     * <p>Replicas that have one seed try again at the same moments, which is what chance is there against. Range: any whole
     * number. Default: none, every process waits in its own way.
     */
    OptionalLong jitterSeed();

    /**
     * How much of what was read, and proven whole, is kept for later queries, for all sources together.
     *
     * <p>Too little asks the upstreams again for what was just read; too much leaves queries no room.
     * <ul>
     *   <li>Unit and range: bytes with suffix {@code M} or {@code G}, from {@code 1M}
     *   <li>Default: an eighth of the heap, our margin
     * </ul>
     */
    @WithName("cache.max-bytes")
    Optional<MemorySize> cacheMaxBytes();
}
