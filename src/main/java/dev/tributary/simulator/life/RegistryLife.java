package dev.tributary.simulator.life;

import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Scramble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One row a slot: robots pull, pipelines and people push, cleaners delete.
 *
 * @param list 0, 1 or 2: ids are unique over an instance's three lists, as they would be upstream
 */
record RegistryLife(long seed, Operation operation, int list, Duration length) implements Slots.Script {
    private static final List<String> PULLING = List.of(
            "robot$cce-node-01", "robot$cce-node-02", "robot$cce-node-03", "robot$cce-node-04", "robot$scanner");
    private static final List<String> PUSHING = List.of("robot$pipeline", "robot$pipeline", "li.wei", "anna.schmidt");
    private static final List<String> DELETING = List.of("robot$retention", "robot$retention", "j.okafor");
    private static final int LISTS = 3;

    @Override
    public int millisInto(long slot, int place) {
        return Scramble.below(Math.toIntExact(length.toMillis()), seed, slot, list);
    }

    @Override
    public Row row(long slot, int place, Instant time) {
        Workload workload = Workload.any(seed + list, slot);
        return Row.registryAudit(slot * LISTS + list, time)
                .with("operation", operation.wire())
                .with("resource", resource(workload, slot))
                .with("resource_type", "artifact")
                .with("username", username(slot));
    }

    private String resource(Workload workload, long slot) {
        return workload.repository()
                + switch (operation) {
                    case PULL ->
                        ":sha256:" + Texts.hex(64, seed, workload.name().hashCode());
                    case CREATE -> ":" + workload.version() + "-build" + slot;
                    case DELETE -> ":0.9." + slot % 100;
                };
    }

    private String username(long slot) {
        List<String> names = switch (operation) {
            case PULL -> PULLING;
            case CREATE -> PUSHING;
            case DELETE -> DELETING;
        };
        return names.get(Scramble.below(names.size(), seed, slot, 7));
    }
}
