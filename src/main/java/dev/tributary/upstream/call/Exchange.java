package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads its answer; used anew for every attempt. */
@FunctionalInterface
public interface Exchange<T> {

    /** @param traceparent to send along; null sends none */
    Uni<T> send(@Nullable String traceparent);
}
