package dev.tributary.simulator.life;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A small container platform, from 2024 until 2100: its ids, and what happens on it. */
public final class Platform {
    public static final String PROJECT = "0123456789abcdef0123456789abcdef";
    public static final String CLUSTER = "b075094b-d21a-499a-9006-624089c94402";
    public static final String REGISTRY = "6f1d7e9a-52c4-4b0e-9d57-3a8c1f20b6e4";
    public static final String DATABASE = "3d39c18788b54a919bab633874c159dfin07";

    private static final Instant ORIGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration LIFE = Duration.between(ORIGIN, Instant.parse("2100-01-01T00:00:00Z"));

    private Platform() {}

    /** About 20 image rows, 40 cluster events, 20 pulls, 8 pushes, 2 deletions and one audit file an hour. */
    public static Map<Identity, Population> populations(long seed) {
        return Map.of(
                new Identity.ImageLog(PROJECT),
                slots(Episode.LENGTH, 5, new ImageLife(seed)),
                new Identity.ClusterEvent(PROJECT, CLUSTER),
                slots(Episode.LENGTH, 10, new ClusterLife(seed, CLUSTER)),
                list(Operation.PULL),
                registry(seed, Operation.PULL, 0, Duration.ofSeconds(180)),
                list(Operation.CREATE),
                registry(seed, Operation.CREATE, 1, Duration.ofSeconds(450)),
                list(Operation.DELETE),
                registry(seed, Operation.DELETE, 2, Duration.ofMinutes(30)),
                new Identity.DatabaseAudit(PROJECT, DATABASE),
                new DatabaseLife(seed, ORIGIN, LIFE.toHours(), DATABASE));
    }

    private static Identity list(Operation operation) {
        return new Identity.RegistryAudit(PROJECT, REGISTRY, operation);
    }

    private static Population registry(long seed, Operation operation, int list, Duration length) {
        return slots(length, 1, new RegistryLife(seed, operation, list, length));
    }

    private static Population slots(Duration length, int rowsEach, Slots.Script script) {
        return new Slots(ORIGIN, length, rowsEach, LIFE.dividedBy(length), script);
    }
}
