package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Scramble;

/** A node of the cluster, numbered from 1. */
record Node(int number) {
    private static final int NODES = 4;

    static Node any(long seed, long number) {
        return new Node(1 + Scramble.below(NODES, seed, number, 3));
    }

    String name() {
        return "cce-node-0" + number;
    }

    String address() {
        return "192.168.0." + number;
    }
}
