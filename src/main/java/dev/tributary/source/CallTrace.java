package dev.tributary.source;

import org.jspecify.annotations.Nullable;

/**
 * One request to an upstream, as somebody outside follows it. It ends once, in one of two ways: no attempt is given up
 * before its own timeout.
 */
public interface CallTrace {
    /** Of a call that nobody follows. */
    CallTrace NONE = new CallTrace() {};

    /** What to send along as {@code traceparent}; null sends none. */
    default @Nullable String traceparent() {
        return null;
    }

    /** The answer was read to the end. */
    default void answered() {}

    /** It came to nothing. */
    default void failed(SourceFailure why) {}
}
