package dev.tributary.upstream.slice;

/** Turns one kind's records into events. */
@FunctionalInterface
public interface Normaliser {

    Row normalise(UpstreamRecord record);
}
