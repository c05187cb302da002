package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/** A Kubernetes cluster; name and type are known from records only, not from configuration. */
public record Cluster(
        String id, @Nullable String name, @Nullable String type) {}
