package dev.tributary.upstream;

import dev.tributary.source.EventSource;
import dev.tributary.source.SourceMeters;
import dev.tributary.source.Sources;
import dev.tributary.upstream.call.Buckets;
import dev.tributary.upstream.slice.SettledSlices;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** Gives the configured sources to whoever asks them. */
@Singleton
final class SourcesProducer {

    /** Without any source when the configuration has faults: the start is about to be stopped with their list. */
    @Produces
    @Singleton
    Sources sources(
            Configuration configuration,
            Vertx vertx,
            Clock clock,
            RandomGenerator jitter,
            SourceMeters meters,
            Buckets buckets,
            SettledSlices others) {
        return configuration instanceof Configuration.Resolved resolved
                ? new SourceFactory(vertx, clock, jitter, resolved.cacheMaxBytes(), meters, buckets, others)
                        .build(resolved.sources())
                : new Sources(List.of());
    }

    void prepare(@Observes StartupEvent started, Sources sources) {
        sources.all().forEach(EventSource::prepare);
    }
}
