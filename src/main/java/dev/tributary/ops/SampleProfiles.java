package dev.tributary.ops;

import dev.tributary.upstream.Fault;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps a production build from running under a profile whose sample settings it carries: they open the service to
 * anybody and name sources that nobody has.
 */
@Singleton
@UnlessBuildProfile(anyOf = {"dev", "test", "demo"})
final class SampleProfiles {
    private static final Set<String> SAMPLES = Set.of("dev", "test", "demo");

    List<Fault> faults() {
        return ConfigUtils.getProfiles().stream()
                .filter(SAMPLES::contains)
                .map(profile -> new Fault("quarkus.profile", "cannot be " + profile + ": this is a production build"))
                .toList();
    }
}
