package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Scramble;
import java.util.List;

/** Something that runs in the cluster. */
record Workload(String namespace, String name, String version) {
    private static final List<Workload> ALL = List.of(
            new Workload("shop", "checkout", "1.14.2"),
            new Workload("shop", "catalogue", "3.2.0"),
            new Workload("shop", "cart", "2.8.5"),
            new Workload("payments", "ledger", "0.41.7"),
            new Workload("payments", "fraud-check", "5.0.1"),
            new Workload("identity", "login", "7.3.3"),
            new Workload("reporting", "nightly-report", "1.0.9"));

    static Workload any(long seed, long number) {
        return ALL.get(Scramble.below(ALL.size(), seed, number));
    }

    String repository() {
        return namespace + "/" + name;
    }

    /** The image as Kubernetes and the registry's pull by tag name it. */
    String image() {
        return "swr.cn-north-4.myhuaweicloud.com/" + repository() + ":" + version;
    }

    String replicaSet(long generation) {
        return name + "-" + Texts.hex(10, generation, name.hashCode());
    }

    String pod(long generation) {
        return replicaSet(generation) + "-" + Texts.hex(5, generation, 1, name.hashCode());
    }
}
