package dev.tributary.source;

/** Where each source finds who counts what it does. */
@FunctionalInterface
public interface SourceMeters {
    /** Always the same one for the same source. */
    SourceMeter of(SourceId source);
}
