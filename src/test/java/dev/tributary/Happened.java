package dev.tributary;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened: as its upstream tells it, and as a filter sees it. All of it follows from its number. */
record Happened(Upstream upstream, Identity list, long number, Instant time) {
    /** The longest audit file; the profile's look-back covers it. */
    static final Duration LONGEST_FILE = Duration.ofHours(2);

    private static final List<String> RESOURCES = List.of("web-1", "web-2", "db*1", "deep-Blue", "api");
    private static final List<String> ACTORS = List.of("alice", "robot$ci", "Bob");

    /** Audit files know whole seconds only. */
    Happened {
        time = list instanceof Identity.DatabaseAudit ? time.truncatedTo(ChronoUnit.SECONDS) : time;
    }

    /** The same thing, found again in the row that told it. */
    static Happened in(Row row, Upstream upstream, Identity list) {
        return new Happened(
                upstream, list, Long.parseLong(String.valueOf(row.fields().get(marked(list)))), row.time());
    }

    /** What tells it from all others of its world. */
    String marker() {
        return upstream.name() + "/" + number;
    }

    Row row() {
        return told().with(marked(list), list instanceof Identity.RegistryAudit ? (Object) number : "" + number);
    }

    private Row told() {
        if (list instanceof Identity.ImageLog) {
            return Row.imageLog(time)
                    .with("resource_name", resource())
                    .with("event_name", "Push")
                    .with("user_name", actor());
        }
        if (list instanceof Identity.ClusterEvent) {
            return Row.clusterEvent(time)
                    .with("resource_name", resource())
                    .with("event_type", isWarning() ? "Warning" : "Normal")
                    .with("namespace", namespace());
        }
        if (list instanceof Identity.RegistryAudit registry) {
            return Row.registryAudit(number, time)
                    .with("operation", registry.operation().wire())
                    .with("resource", resource())
                    .with("username", actor());
        }
        Duration length = Duration.ofSeconds(number * 7_919 % LONGEST_FILE.toSeconds());
        return Row.databaseAudit(time.minus(length), time)
                .with("name", resource())
                .with("size", number);
    }

    /** The field that holds the number: upstreams have different ones. */
    private static String marked(Identity list) {
        if (list instanceof Identity.ImageLog) {
            return "event_id";
        }
        return list instanceof Identity.ClusterEvent ? "event_name" : "id";
    }

    /** The field of the unified event that filters of that name compare; null where it has none. */
    @Nullable
    String value(String parameter) {
        return switch (parameter) {
            case "severity" -> isWarning() ? "warning" : "info";
            case "action" -> action();
            case "actor" ->
                upstream.api() == Upstream.Api.IMAGES || upstream.api() == Upstream.Api.REGISTRY ? actor() : null;
            case "resource" -> resource();
            case "namespace" -> upstream.api() == Upstream.Api.CLUSTER ? namespace() : null;
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    private String action() {
        if (list instanceof Identity.RegistryAudit registry) {
            return registry.operation().wire();
        }
        return Map.of(
                        Upstream.Api.IMAGES, "push",
                        Upstream.Api.CLUSTER, "kubernetes-event",
                        Upstream.Api.DATABASE, "audit-log-file")
                .get(upstream.api());
    }

    private boolean isWarning() {
        return upstream.api() == Upstream.Api.CLUSTER && number % 4 == 0;
    }

    private String resource() {
        return RESOURCES.get((int) (number % RESOURCES.size()));
    }

    private String actor() {
        return ACTORS.get((int) (number % ACTORS.size()));
    }

    private String namespace() {
        return number % 2 == 0 ? "prod" : "test";
    }
}
