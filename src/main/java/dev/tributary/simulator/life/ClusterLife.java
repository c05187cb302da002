package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Row;
import java.time.Instant;
import java.util.List;

/** A cluster's events: 10 in five minutes. As upstream, event_name is the object's name and reason the message. */
record ClusterLife(long seed, String cluster) implements Slots.Script {
    private static final int CRASH_STEPS = 5;
    private static final List<Integer> CRASH_MILLIS = List.of(0, 180, 640, 9_100, 15_300);
    private static final List<Integer> ROLLOUT_MILLIS = List.of(0, 40, 95, 1_200, 4_300);

    /** What one event says about which object. */
    private record Said(String type, String namespace, String objectType, String object, String message) {}

    @Override
    public int millisInto(long slot, int place) {
        Episode life = new Episode(seed, slot);
        return place < CRASH_STEPS
                ? life.crashAt() + CRASH_MILLIS.get(place)
                : life.rolloutAt() + ROLLOUT_MILLIS.get(place - CRASH_STEPS);
    }

    @Override
    public Row row(long slot, int place, Instant time) {
        Episode life = new Episode(seed, slot);
        Said said = place < CRASH_STEPS ? crash(life, place) : rollout(life, place - CRASH_STEPS);
        return Row.clusterEvent(time)
                .with("cluster_name", "production")
                .with("cluster_id", cluster)
                .with("cluster_type", "cce")
                .with("namespace", said.namespace())
                .with("event_name", said.object() + "." + Texts.hex(16, seed, slot, place))
                .with("event_type", said.type())
                .with("resource_type", said.objectType())
                .with("resource_name", said.object())
                .with("reason", said.message());
    }

    private static Said crash(Episode life, int step) {
        Workload workload = life.crashing();
        String pod = life.crashingPod();
        return switch (step) {
            case 0 ->
                normal(workload, "Pod", pod, "Container image \"" + workload.image() + "\" already present on machine");
            case 1 -> normal(workload, "Pod", pod, "Created container " + workload.name());
            case 2 -> normal(workload, "Pod", pod, "Started container " + workload.name());
            case 3 -> warning(workload, pod, "Readiness probe failed: HTTP probe failed with statuscode: 503");
            default ->
                warning(workload, pod, "Back-off restarting failed container " + workload.name() + " in pod " + pod);
        };
    }

    private static Said rollout(Episode life, int step) {
        Workload workload = life.rolledOut();
        String set = life.newReplicaSet();
        String pod = life.newPod();
        return switch (step) {
            case 0 -> normal(workload, "Deployment", workload.name(), "Scaled up replica set " + set + " to 1");
            case 1 -> normal(workload, "ReplicaSet", set, "Created pod: " + pod);
            case 2 ->
                normal(
                        workload,
                        "Pod",
                        pod,
                        "Successfully assigned " + workload.namespace() + "/" + pod + " to "
                                + life.newNode().name());
            case 3 -> normal(workload, "Pod", pod, "Pulling image \"" + workload.image() + "\"");
            default -> normal(workload, "Pod", pod, "Started container " + workload.name());
        };
    }

    private static Said normal(Workload workload, String objectType, String object, String message) {
        return new Said("Normal", workload.namespace(), objectType, object, message);
    }

    private static Said warning(Workload workload, String pod, String message) {
        return new Said("Warning", workload.namespace(), "Pod", pod, message);
    }
}
