package dev.tributary;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A configuration of many projects, each with an account of its own sort and a source of every kind. */
final class ManySources {
    static final List<String> KINDS = List.of("image-log", "cluster-event", "registry-audit", "database-audit");

    private final Map<String, String> keys = new LinkedHashMap<>();
    private int projects;

    /**
     * Adds a source of each of these kinds.
     *
     * @param name of the account, and what the sources' names begin with
     * @param account its credentials
     * @return its project
     */
    String project(String name, Map<String, String> account, String endpoint, List<String> kinds) {
        String project = "%032x".formatted(++projects);
        account.forEach((key, value) -> keys.put("accounts." + name + "." + key, value));
        keys.put("accounts." + name + ".region", "cn-north-4");
        keys.put("accounts." + name + ".project-id", project);
        kinds.forEach(kind -> source(name, kind, endpoint));
        return project;
    }

    private void source(String account, String kind, String endpoint) {
        String source = "sources." + account + "-" + kind + ".";
        keys.put(source + "kind", kind);
        keys.put(source + "account", account);
        keys.put(source + "endpoint", endpoint);
        switch (kind) {
            case "cluster-event" -> keys.put(source + "cluster-id", Platform.CLUSTER);
            case "registry-audit" -> keys.put(source + "instance-id", Platform.REGISTRY);
            case "database-audit" -> keys.put(source + "instance-id", Platform.DATABASE);
            default -> {}
        }
    }

    /** What the project's sources of these kinds ask for. */
    static List<Identity> lists(String project, List<String> kinds) {
        return kinds.stream().flatMap(kind -> lists(project, kind)).toList();
    }

    private static Stream<Identity> lists(String project, String kind) {
        return switch (kind) {
            case "image-log" -> Stream.of(new Identity.ImageLog(project));
            case "cluster-event" -> Stream.of(new Identity.ClusterEvent(project, Platform.CLUSTER));
            case "database-audit" -> Stream.of(new Identity.DatabaseAudit(project, Platform.DATABASE));
            default ->
                Stream.of(Operation.values()).map(list -> new Identity.RegistryAudit(project, Platform.REGISTRY, list));
        };
    }

    String configuration() {
        return keys.entrySet().stream()
                .map(each -> "tributary." + each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
