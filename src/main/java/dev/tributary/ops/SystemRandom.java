package dev.tributary.ops;

import dev.tributary.upstream.UpstreamConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Makes the one source of chance. */
@Singleton
final class SystemRandom {

    @Produces
    @Singleton
    RandomGenerator random(UpstreamConfig config) {
        return config.jitterSeed().isPresent() ? new Random(config.jitterSeed().getAsLong()) : new Random();
    }
}
