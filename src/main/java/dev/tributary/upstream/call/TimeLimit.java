package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Ends a wait on time, and what was waited for with it. Mutiny's own timeout would as well, but it keeps the task of a
 * call that was answered until it would have been due: thousands of them in an export.
 */
final class TimeLimit {
    private final Vertx vertx;

    TimeLimit(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * What {@code awaited} gives, or this failure once the time is over.
     *
     * @param limit rounded up to milliseconds, and 1 ms or more
     */
    <T> Uni<T> on(Uni<T> awaited, Duration limit, Supplier<? extends Throwable> late) {
        return Uni.createFrom().emitter(waiting -> {
            long timer = vertx.setTimer(millis(limit), over -> waiting.fail(late.get()));
            Cancellable running = awaited.subscribe().with(waiting::complete, waiting::fail);
            waiting.onTermination(() -> {
                vertx.cancelTimer(timer);
                running.cancel();
            });
        });
    }

    /** For a timer: rounded up, and 1 or more, so that none is early. */
    static long millis(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999).toMillis());
    }
}
