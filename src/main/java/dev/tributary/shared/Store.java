package dev.tributary.shared;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the store. Whoever asks waits for a bounded time; a store that fails is left alone for a moment,
 * and tried in the background until it is well. Nobody waits for that.
 */
final class Store implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Store.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final List<String> TRIAL = List.of("tributary:trial");

    private final Vertx vertx;
    private final Callable<Redis> opening;
    private final Duration timeout;
    private final SharedMeter meter;
    private final FailuresInARow failures = new FailuresInARow();
    private @Nullable Redis client;
    private @Nullable RedisConnection connection;
    private boolean isTold;
    private boolean isClosed;

    /** @param opening makes a client of its own for every connection; may block */
    Store(Vertx vertx, Callable<Redis> opening, Duration timeout, SharedMeter meter) {
        this.vertx = vertx;
        this.opening = opening;
        this.timeout = timeout;
        this.meter = meter;
    }

    synchronized boolean isWell() {
        return connection != null;
    }

    /** Fails at once when the store is in trouble, and after the timeout at the latest. */
    Uni<Response> ask(Request request) {
        return Uni.createFrom().deferred(() -> {
            RedisConnection used = connection();
            return used == null
                    ? Uni.createFrom().failure(new IllegalStateException("the store is in trouble"))
                    : sent(used, request);
        });
    }

    private synchronized @Nullable RedisConnection connection() {
        return connection;
    }

    private Uni<Response> sent(RedisConnection used, Request request) {
        long number = failures.begin();
        return uni(() -> used.send(request))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onItemOrFailure()
                .invoke((answer, failure) -> ended(used, number, failure));
    }

    private void ended(RedisConnection used, long number, @Nullable Throwable failure) {
        meter.asked(answer(failure));
        if (failures.areTooMany(number, failure)) {
            lost(used, String.valueOf(failure));
        }
    }

    private static SharedMeter.Answer answer(@Nullable Throwable failure) {
        if (failure == null) {
            return SharedMeter.Answer.OK;
        }
        return failure instanceof TimeoutException ? SharedMeter.Answer.TIMEOUT : SharedMeter.Answer.ERROR;
    }

    /** Tries until it is well, or closed. */
    void connect() {
        tried().ifNoItem()
                .after(CONNECTING)
                .fail()
                .subscribe()
                .with(this::connected, failure -> rest(String.valueOf(failure)));
    }

    /** Connected anew, and something written. */
    private Uni<RedisConnection> tried() {
        return uni(() -> vertx.executeBlocking(opening, false))
                .invoke(this::opened)
                .chain(opened -> uni(opened::connect))
                .call(found -> uni(() -> found.send(Script.TRIAL.on(TRIAL))));
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }

    private synchronized @Nullable Redis client() {
        return client;
    }

    private synchronized void opened(Redis opened) {
        client = opened;
    }

    private void connected(RedisConnection found) {
        found.endHandler(end -> lost(found, "the connection has ended"));
        found.exceptionHandler(failure -> lost(found, String.valueOf(failure)));
        synchronized (this) {
            connection = isClosed ? null : found;
            isTold = true;
        }
        failures.forget();
        meter.shares(true);
        LOG.info("Pace and settled slices are shared with the other replicas");
    }

    private void lost(RedisConnection lost, String why) {
        synchronized (this) {
            if (connection != lost) {
                return;
            }
            connection = null;
            isTold = false;
        }
        rest(why);
    }

    private void rest(String why) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            if (!isTold) {
                LOG.warnf("Each replica is on its own, with its part of the pace: the shared store fails: %s", why);
            }
            isTold = true;
        }
        meter.shares(false);
        closeClient();
        vertx.setTimer(REST.toMillis(), timer -> connect());
    }

    private void closeClient() {
        Redis last = client();
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            connection = null;
        }
        closeClient();
    }
}
