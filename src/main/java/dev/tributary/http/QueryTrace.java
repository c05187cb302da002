package dev.tributary.http;

import org.jspecify.annotations.Nullable;

/** One query, as somebody outside follows it. */
public interface QueryTrace {
    /** Of a query that nobody follows. */
    QueryTrace NONE = new QueryTrace() {};

    /** What its calls are to name as their cause, in the form of W3C Trace Context; null if nobody follows them. */
    default @Nullable String traceparent() {
        return null;
    }

    /** Told once, when its answer has ended. */
    default void ended(QueryEnd end) {}
}
