package dev.tributary.http;

import io.netty.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The way to one client. What is sent has left the process before more can be: so a slow client slows down whoever
 * writes, and one that takes nothing for the time given is cut off.
 */
record Outlet(HttpServerRequest request, Duration patience) {

    private static final Logger LOG = Logger.getLogger(Outlet.class);
    private static final long INTERNAL_ERROR = 2; // RFC 9113, section 7

    /** @return completes when the client's connection has taken it; fails with {@link BrokenOff} if it does not */
    Uni<Void> send(Buffer piece) {
        return taken(() -> response().write(piece));
    }

    /** Sends the end of the answer. */
    Uni<Void> end() {
        return taken(response()::end);
    }

    private Uni<Void> taken(Supplier<Future<Void>> writing) {
        return Uni.createFrom().deferred(() -> taken(writing.get()));
    }

    /** Nearly always at once: then there is nothing to watch. */
    private Uni<Void> taken(Future<Void> written) {
        return written.succeeded() ? Uni.createFrom().voidItem() : watched(written);
    }

    private Uni<Void> watched(Future<Void> written) {
        return Uni.createFrom()
                .completionStage(written::toCompletionStage)
                .onFailure(Outlet::isGone)
                .transform(gone -> new BrokenOff("the client has gone"))
                .ifNoItem()
                .after(patience)
                .failWith(this::impatient);
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof IOException || failure instanceof VertxException;
    }

    private BrokenOff impatient() {
        LOG.infof("A client that took nothing for %s is cut off", patience);
        return new BrokenOff("the client takes nothing");
    }

    /**
     * Ends the answer so that its client sees that it has no end. The connection is closed below HTTP, which would send
     * first what the client does not take.
     */
    void cut() {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        if (request.version() == HttpVersion.HTTP_2 && channel.isWritable()) {
            response().reset(INTERNAL_ERROR);
        } else {
            var unused = channel.close();
        }
    }

    HttpServerResponse response() {
        return request.response();
    }
}
