package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Scramble;
import java.time.Duration;

/**
 * What happens in a cluster in a quarter of an hour: a crash-looping pod is tried once more, and somewhere else a new
 * pod is brought up. So little that a page of 100 events, the default, holds an hour of all kinds.
 *
 * @param number of the slot since the origin
 */
record Episode(long seed, long number) {
    static final Duration LENGTH = Duration.ofMinutes(15);

    private static final long SLOTS_OF_A_CRASH_LOOP = 4;
    private static final int CRASH_WITHIN_MILLIS = 40_000;
    private static final int ROLLOUT_FROM_MILLIS = 60_000;
    private static final int ROLLOUT_WITHIN_MILLIS = 200_000;

    /** The same for an hour, until somebody has mended it. */
    Workload crashing() {
        return Workload.any(seed, crashLoop());
    }

    String crashingPod() {
        return crashing().pod(crashLoop());
    }

    private long crashLoop() {
        return number / SLOTS_OF_A_CRASH_LOOP;
    }

    /** Milliseconds into the slot. */
    int crashAt() {
        return Scramble.below(CRASH_WITHIN_MILLIS, seed, number, 1);
    }

    Workload rolledOut() {
        return Workload.any(seed + 1, number);
    }

    String newReplicaSet() {
        return rolledOut().replicaSet(number);
    }

    String newPod() {
        return rolledOut().pod(number);
    }

    /** Milliseconds into the slot, always after the crash. */
    int rolloutAt() {
        return ROLLOUT_FROM_MILLIS + Scramble.below(ROLLOUT_WITHIN_MILLIS, seed, number, 2);
    }

    /** Where the crashing pod stays: a container is restarted on its own node. */
    Node crashingNode() {
        return Node.any(seed, crashLoop());
    }

    Node newNode() {
        return Node.any(seed + 1, number);
    }
}
