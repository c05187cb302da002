package dev.tributary.fanout;

/** Told of the gaps of every answer, where they were met. A query waits for it: it may not block. */
@FunctionalInterface
public interface GapMeter {

    /** @param report of a source that is configured, was asked, and has one gap or more */
    void met(SourceReport report);

    /** @param answer a page, or one step of a stream */
    default void metIn(Answer answer) {
        answer.sources().stream().filter(SourceReport::hasMetGaps).forEach(this::met);
    }
}
