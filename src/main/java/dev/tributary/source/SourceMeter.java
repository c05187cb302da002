package dev.tributary.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Told of what one source does, while it does it, by whatever thread it happens in: the source waits meanwhile, so
 * nothing here may block.
 */
public interface SourceMeter {
    /** Counts nothing. */
    SourceMeter NONE = new SourceMeter() {};

    /**
     * A request is about to be sent.
     *
     * @param traceparent of the query that it is sent for; null if nobody follows that
     */
    default CallTrace sends(@Nullable String traceparent) {
        return CallTrace.NONE;
    }

    /** A request was sent, and its answer was read to the end. */
    default void answered(Duration took) {}

    /** A request was sent, and came to nothing. */
    default void failed(FailureType why, Duration took) {}

    /** A call was not sent at all: its circuit is open, or there is no credential for it. */
    default void notSent(FailureType why) {}

    /** A request that failed is to be sent again. */
    default void repeats() {}

    /** A call has waited for its turn, whether it came or not. */
    default void waited(Duration forItsTurn) {}

    /** A slice was answered from memory. */
    default void foundInCache() {}

    /** What had been read proved nothing, and is read again. */
    default void readsAgain() {}

    /** @param records without a usable time, in what was just read; 1 or more */
    default void unreadable(int records) {}

    /** An event was read. */
    default void saw(Instant time) {}
}
