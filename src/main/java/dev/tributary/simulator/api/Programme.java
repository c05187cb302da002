package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is played for whom, and the answers that follow from it. */
public final class Programme {
    private final Clock clock;
    private final Map<Identity, Part> parts = new ConcurrentHashMap<>();

    public Programme(Clock clock) {
        this.clock = clock;
    }

    /** From now on these rows are told; what was played for the identity before is forgotten. */
    public void plays(Identity identity, Population population, Readings readings) {
        parts.put(identity, new Part((call, now) -> population, readings));
    }

    /** See {@link #plays(Identity, Population, Readings)}, with rows that come and go between calls. */
    public void plays(Identity identity, Moving rows, Readings readings) {
        parts.put(identity, new Part(rows::before, readings));
    }

    public void clear() {
        parts.clear();
    }

    /**
     * @throws dev.tributary.simulator.wire.Refused with the error that the upstream would answer
     */
    public Reply answer(Route route, WireRequest request) {
        return switch (route.api()) {
            case IMAGE_LOG -> new ImageLogApi(this).answer(route, request);
            case CLUSTER_EVENT -> new ClusterEventApi(this).answer(route, request);
            case REGISTRY_AUDIT -> new RegistryAuditApi(this).answer(route, request);
            case DATABASE_AUDIT -> new DatabaseAuditApi(this).answer(route, request);
            case LOGIN, UNKNOWN -> throw new IllegalArgumentException("no list is read here: " + route.api());
        };
    }

    /** What this call finds; to be asked once a call, when nothing can refuse it any more. */
    Optional<Played> called(Identity identity, WireRequest request) {
        return Optional.ofNullable(parts.get(identity)).map(part -> part.called(request.uri(), clock.instant()));
    }

    /** Whether any list of that registry instance is played: the others are empty then, not unknown. */
    boolean knowsRegistry(String project, String instance) {
        return parts.keySet().stream()
                .anyMatch(identity -> identity instanceof Identity.RegistryAudit registry
                        && registry.project().equals(project)
                        && registry.instance().equals(instance));
    }
}
