package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/**
 * Where an event happened: the part of the cloud that a source is asked about.
 *
 * @param instance the registry's or database's id, for the kinds that have one
 * @param cluster for cluster events
 */
public record Scope(
        String region,
        String project,
        @Nullable String instance,
        @Nullable Cluster cluster) {}
