package dev.tributary.shared;

import dev.tributary.upstream.call.Buckets;
import dev.tributary.upstream.call.LocalBucket;
import dev.tributary.upstream.slice.SettledSlices;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives pace and slices of this replica alone, or those of all. Only then is there a store. */
@Singleton
final class SharedProducer {
    private final SharedConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final SharedMeter meter;
    private final @Nullable Store store;

    SharedProducer(
            ReplicasConfig replicas, Vertx vertx, Clock clock, TlsConfigurationRegistry trust, SharedMeter meter) {
        this.config = replicas.shared();
        this.vertx = vertx;
        this.clock = clock;
        this.meter = meter;
        this.store = this.config
                .url()
                .map(url ->
                        new Store(vertx, new Opening(replicas.shared(), url, vertx, trust), config.timeout(), meter))
                .orElse(null);
        if (store != null) {
            store.connect();
        }
    }

    @Produces
    @Singleton
    Buckets buckets() {
        return store == null
                ? (group, perSecond, burst) -> new LocalBucket(clock, perSecond, burst)
                : (group, perSecond, burst) -> shared(store, group, perSecond, burst);
    }

    private SharedBucket shared(Store store, String group, double perSecond, int burst) {
        int replicas = config.replicas().orElse(1);
        LocalBucket own = new LocalBucket(clock, perSecond / replicas, Math.max(1, burst / replicas));
        return new SharedBucket(store, Keys.pace(group), perSecond, burst, own);
    }

    @Produces
    @Singleton
    SettledSlices slices() {
        return store == null
                ? SettledSlices.NONE
                : new SharedSlices(
                        store,
                        vertx,
                        new SliceCodec((int) config.maxEntryBytes().asLongValue()),
                        UUID.randomUUID().toString(),
                        meter);
    }

    @PreDestroy
    void close() {
        if (store != null) {
            store.close();
        }
    }
}
