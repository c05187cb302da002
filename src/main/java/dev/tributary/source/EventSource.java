package dev.tributary.source;

/** One configured upstream, ready to be read. */
public interface EventSource {

    SourceId id();

    /**
     * Checks, while the service starts, what a first read would have to wait for. Nobody waits here: what fails is
     * checked again by the first read, which then says why.
     */
    default void prepare() {}

    /** Begins a reading; nothing is asked of the upstream before the first {@link Reading#next()}. */
    Reading read(ReadRequest request);

    /** What one page of it takes of the heap. */
    PageWeight pageWeight();

    /** How the source is doing, for operators. */
    SourceStatus status();
}
