package dev.tributary.source;

/** One configured upstream, ready to be read. */
public interface EventSource {

    SourceId id();

    /** Begins a reading; nothing is asked of the upstream before the first {@link Reading#next()}. */
    Reading read(ReadRequest request);

    /** How the source is doing, for operators. */
    SourceStatus status();
}
