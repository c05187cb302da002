package dev.tributary.upstream;

import dev.tributary.event.Kind;
import java.time.Duration;
import java.util.Set;

/**
 * What the configuration needs to know of a kind.
 *
 * @param maxPageSize rows; the vendor's limit and our default
 * @param settle default, see {@link Tuning#settle}
 * @param requiredKeys keys that only some kinds have, and this one cannot do without
 * @param optionalKeys keys that only some kinds have, this one among them
 */
record KindTraits(int maxPageSize, Duration settle, Set<String> requiredKeys, Set<String> optionalKeys) {

    static KindTraits of(Kind kind) {
        return switch (kind) {
            case IMAGE_LOG -> new KindTraits(200, Duration.ofMinutes(5), Set.of(), Set.of("time-unit"));
            case CLUSTER_EVENT ->
                new KindTraits(
                        200, Duration.ofMinutes(5), Set.of("cluster-id"), Set.of("enterprise-project-id", "time-unit"));
            case REGISTRY_AUDIT ->
                new KindTraits(
                        100, Duration.ofMinutes(2), Set.of("instance-id"), Set.of("max-scan", "reorder-tolerance"));
            case DATABASE_AUDIT -> new KindTraits(100, Duration.ofHours(2), Set.of("instance-id"), Set.of("lookback"));
        };
    }
}
