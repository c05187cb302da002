package dev.tributary.http;

import org.jspecify.annotations.Nullable;

/** Begins to follow queries. */
@FunctionalInterface
public interface QueryTraces {

    /** @param caller the request's header {@code traceparent}, as it was sent; null if there was none */
    QueryTrace begin(@Nullable String caller);
}
