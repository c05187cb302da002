package dev.tributary.shared;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The store of what replicas share: their pace, and what is settled. */
public interface SharedConfig {

    /**
     * The Redis or Valkey through which the replicas share their pace and what is settled; without it each is on its own.
     *
     * <p>Whoever may write there can forge events, so it should be for the replicas alone. What is shared are events, never
     * credentials.
     * <ul>
     *   <li>Range: {@code rediss://host:port}, trusted by {@code quarkus.tls.shared.trust-store…} or else by the Java virtual
     *       machine's certificates; {@code redis://host:port} only with {@code tributary.allow-plain-http}. No user, password,
     *       path or query
     *   <li>Default: none, nothing is shared and nothing is connected to
     * </ul>
     */
    Optional<URI> url();

    /**
     * A file with the store's password. It is read anew for every connection, and there is a new one after every trouble
     * with the last. Default: none, the store asks for no password.
     */
    Optional<String> passwordFile();

    /**
     * How many replicas there are at most. While the store is in trouble, each keeps to so great a part of its pace.
     *
     * <p>Too few exceed the upstreams' quotas then; too many wait needlessly.
     *
     * <p>Unit and range: replicas, 1 or more. Default: none; required beside {@code url}.
     */
    OptionalInt replicas();

    /**
     * How long a call or a read waits for the store at most, before it goes on without.
     *
     * <p>Too short goes on without a store that is well; too long makes queries wait for one that is not, until it is left
     * alone.
     *
     * <p>Unit and range: duration, more than zero. Default: {@code 100ms}, our choice.
     */
    @WithDefault("100ms")
    Duration timeout();

    /**
     * The largest entry that is kept for the other replicas, compressed; each reads for itself what is larger.
     *
     * <p>Too small shares less; too large makes all others wait for it on the one connection that a replica has.
     *
     * <p>Unit and range: bytes with suffix {@code K} or {@code M}, from {@code 1K}. Default: {@code 1M}, our choice: some
     * thousand events.
     */
    @WithDefault("1M")
    MemorySize maxEntryBytes();
}
