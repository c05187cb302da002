package dev.tributary.upstream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the one {@link Configuration} to what builds the sources and to what reports its faults. */
@Singleton
final class ConfigurationProducer {

    @Produces
    @Singleton
    Configuration configuration(
            UpstreamConfig config,
            @ConfigProperty(name = "tributary.deadline") Duration deadline,
            @ConfigProperty(name = "tributary.max-calls") int maxCalls) {
        return Configuration.resolve(config, new Budget(deadline, maxCalls));
    }
}
