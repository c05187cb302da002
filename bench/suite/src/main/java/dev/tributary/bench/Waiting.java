package dev.tributary.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what other threads do; there is nothing else to do, and nothing to be done if it fails. */
final class Waiting {

    private Waiting() {}

    static <T> T on(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T on(io.vertx.core.Future<T> result) {
        return on(result.toCompletionStage().toCompletableFuture());
    }
}
