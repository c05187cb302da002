package dev.tributary;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Readings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One configured source and what stands behind it. What an upstream is like is its own and never changes from world to
 * world: the service may remember what it has learnt of it.
 */
record Upstream(Api api, int number) {
    /** So many of each API: every reading of the unknowns meets many others among them. */
    private static final int OF_EACH = 12;

    /** The APIs that sources ask. */
    enum Api {
        IMAGES("image-log"),
        CLUSTER("cluster-event"),
        REGISTRY("registry-audit"),
        DATABASE("database-audit");

        private final String kind;

        Api(String kind) {
            this.kind = kind;
        }

        boolean isHss() {
            return this == IMAGES || this == CLUSTER;
        }
    }

    static List<Upstream> all() {
        return Stream.of(Api.values())
                .flatMap(api -> IntStream.range(0, OF_EACH).mapToObj(number -> new Upstream(api, number)))
                .toList();
    }

    /** The source's name. */
    String name() {
        return api.name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    String kind() {
        return api.kind;
    }

    /** What the simulator plays for it: three lists for a registry, else one. */
    List<Identity> lists() {
        return switch (api) {
            case IMAGES -> List.of(new Identity.ImageLog(project()));
            case CLUSTER -> List.of(new Identity.ClusterEvent(Platform.PROJECT, asked()));
            case DATABASE -> List.of(new Identity.DatabaseAudit(Platform.PROJECT, asked()));
            case REGISTRY ->
                Stream.of(Operation.values())
                        .<Identity>map(list -> new Identity.RegistryAudit(Platform.PROJECT, asked(), list))
                        .toList();
        };
    }

    /** Its keys and values, {@code tributary.sources.…} included. */
    Map<String, String> configuration() {
        Map<String, String> keys = new TreeMap<>(Map.of("page-size", Integer.toString(nature().pageSize())));
        if (api.isHss()) {
            keys.put("time-unit", nature().timeUnit());
        }
        if (api == Api.REGISTRY) {
            keys.put("cache.settled-for", "0s"); // a list told to its end answers for all times, and so for all worlds
        }
        return configuration("${simulator.url}", keys);
    }

    /** Its keys and values: what it asks, at that address, and what else is set for it. */
    Map<String, String> configuration(String endpoint, Map<String, String> others) {
        Map<String, String> keys = new TreeMap<>(others);
        keys.put("kind", kind());
        keys.put("endpoint", endpoint);
        switch (api) {
            case IMAGES -> keys.put("project-id", project());
            case CLUSTER -> keys.put("cluster-id", asked());
            case REGISTRY, DATABASE -> keys.put("instance-id", asked());
        }
        Map<String, String> configuration = new TreeMap<>();
        keys.forEach((key, value) -> configuration.put("tributary.sources." + name() + "." + key, value));
        return configuration;
    }

    Readings readings() {
        return nature().readings();
    }

    /** How many rows may share a unit of time, so that they can still be paged within a request's calls. */
    int mostAtOnce() {
        return nature().rowsOfAPage() * 40;
    }

    /**
     * Whether all of it can be proven, at least where no unit of time holds more than a page. A list that once looked
     * sorted and is not leaves a doubt behind.
     */
    boolean isProvable(boolean dense) {
        boolean isPagedInVain = dense && api.isHss() && (nature().tiesChange() || nature().capsTotalsLow());
        return !isPagedInVain && !(api == Api.REGISTRY && nature().isShuffled());
    }

    /** Rows of a page, at most; more of them in one unit of its filter make that unit dense. */
    int rowsOfAPage() {
        return nature().rowsOfAPage();
    }

    private Nature nature() {
        return Nature.of(api, number);
    }

    private String project() {
        return "%032x".formatted(number + 1);
    }

    private String asked() {
        return api == Api.DATABASE
                ? "%032xin07".formatted(number + 1)
                : "b075094b-d21a-499a-9006-%012x".formatted(number + 1);
    }
}
