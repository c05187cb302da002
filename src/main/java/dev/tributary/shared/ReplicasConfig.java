package dev.tributary.shared;

import io.smallrye.config.ConfigMapping;

/** What the replicas of one service are to each other. */
@ConfigMapping(prefix = "tributary")
public interface ReplicasConfig {

    /** What they share. */
    SharedConfig shared();
}
