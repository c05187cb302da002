package dev.tributary;

import dev.tributary.simulator.life.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The many sources of {@link WorldsProfile}, settled and followed within seconds of a clock that the test moves. */
public class FollowingProfile extends WorldsProfile {
    static final Duration SETTLE = Duration.ofSeconds(5);
    static final Duration OVERLAP = Duration.ofSeconds(10);
    static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);

    /** A minute of events that are told as late as a follower can bear. */
    static LateWorld world(long seed, Instant from) {
        return new LateWorld(seed, from, Duration.ofMinutes(1), SETTLE.plus(OVERLAP));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = new HashMap<>(super.getConfigOverrides());
        keys.putAll(Map.of(
                "tributary.settle",
                SETTLE.toString(),
                "tributary.overlap",
                OVERLAP.toString(),
                "tributary.max-window",
                LONGEST_WINDOW.toString(),
                "tributary.requests-per-second",
                "1000000", // by a clock that seldom moves
                "tributary.burst",
                "1000000",
                // A signature would be too old for the simulator, whose clock goes on.
                "tributary.accounts.followed.token",
                SimulatorResource.TOKEN,
                "tributary.accounts.followed.region",
                "cn-north-4",
                "tributary.accounts.followed.project-id",
                Platform.PROJECT));
        Upstream.all().forEach(upstream -> keys.put("tributary.sources." + upstream.name() + ".account", "followed"));
        return keys;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FollowedClock.class);
    }
}
