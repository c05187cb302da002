package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Row;
import java.time.Instant;

/** What the nodes' runtimes do with images and containers: 5 rows in five minutes, about the pods of the cluster. */
record ImageLife(long seed) implements Slots.Script {
    private static final int CRASH_STEPS = 2;

    @Override
    public int millisInto(long slot, int place) {
        Episode life = new Episode(seed, slot);
        return switch (place) {
            case 0 -> life.crashAt() + 655;
            case 1 -> life.crashAt() + 14_900;
            case 2 -> life.rolloutAt() + 3_400;
            case 3 -> life.rolloutAt() + 4_050;
            default -> life.rolloutAt() + 4_310;
        };
    }

    @Override
    public Row row(long slot, int place, Instant time) {
        Episode life = new Episode(seed, slot);
        Workload crashing = life.crashing();
        Workload rolledOut = life.rolledOut();
        Node node = place < CRASH_STEPS ? life.crashingNode() : life.newNode();
        Row row = Row.imageLog(time)
                .with("event_id", Texts.uuid(seed, slot, place, 8))
                .with("source_ip", node.address());
        return switch (place) {
            case 0 -> container(row, crashing, life.crashingPod(), "start", "successfully started container");
            case 1 -> container(row, crashing, life.crashingPod(), "die", "exited with code 1: container");
            case 2 -> image(row, rolledOut, node.name());
            case 3 -> container(row, rolledOut, life.newPod(), "create", "successfully created container");
            default -> container(row, rolledOut, life.newPod(), "start", "successfully started container");
        };
    }

    private static Row container(Row row, Workload workload, String pod, String action, String told) {
        String container = "k8s_" + workload.name() + "_" + pod + "_" + workload.namespace();
        return row.with("resource_name", container)
                .with("resource_type", workload.image())
                .with("event_name", action)
                .with("event_type", "container")
                .with("user_name", "root")
                .with("content", told + " " + container);
    }

    private static Row image(Row row, Workload workload, String node) {
        return row.with("resource_name", workload.repository())
                .with("resource_type", workload.image())
                .with("event_name", "pull")
                .with("event_type", "image")
                .with("user_name", "robot$" + node)
                .with("content", "successfully pulled image " + workload.image());
    }
}
