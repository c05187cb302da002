package dev.tributary.http;

import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.Sources;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * The service at {@link Requests#NOW}, over sources in memory: the four of the samples, one that is throttled and one
 * that is too slow.
 */
public class StandIns implements QuarkusTestProfile {

    static final String THE_SOUND = "source=images&source=orders-db&source=prod-cluster&source=registry";

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StandInBeans.class);
    }

    /** Chosen by the profile. */
    @Alternative
    @Singleton
    static class StandInBeans {

        @Produces
        @Singleton
        Sources sources() {
            return new Sources(List.of(
                    FakeSource.having(SampleEvents.imageLog()),
                    FakeSource.having(SampleEvents.databaseAudit()),
                    FakeSource.having(SampleEvents.clusterEvent()),
                    FakeSource.having(SampleEvents.registryAudit()),
                    failing("slow", FailureType.TIMEOUT, null),
                    failing("throttled", FailureType.THROTTLED, Duration.ofSeconds(7))));
        }

        @Produces
        @Singleton
        Clock clock() {
            return Clock.fixed(Requests.NOW, ZoneOffset.UTC);
        }

        private static FakeSource failing(String name, FailureType type, Duration retryAfter) {
            return FakeSource.failing(
                    new SourceId(name, Kind.IMAGE_LOG, SampleEvents.IMAGES),
                    new SourceFailure(type, "The source cannot be read now.", 429, "APIG.0308", retryAfter));
        }
    }
}
