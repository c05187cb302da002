package dev.tributary.simulator;

import dev.tributary.simulator.SeenRequest.Ending;
import dev.tributary.simulator.fault.Exchange;
import dev.tributary.simulator.wire.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** An exchange over Vert.x, which tells the log how it ended. */
final class HttpExchange implements Exchange {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Supplier<Reply> ordinary;
    private final RequestLog log;
    private final long number;

    HttpExchange(Vertx vertx, HttpServerResponse response, Supplier<Reply> ordinary, RequestLog log, long number) {
        this.vertx = vertx;
        this.response = response;
        this.ordinary = ordinary;
        this.log = log;
        this.number = number;
        response.closeHandler(closed -> log.ended(number, Ending.CLOSED_BY_CLIENT, 0));
    }

    @Override
    public Reply ordinaryReply() {
        return ordinary.get();
    }

    @Override
    public void say(Reply reply) {
        if (isGone()) {
            return;
        }
        head(reply);
        // Before the last byte leaves: who has the answer must find it in the log.
        log.ended(number, Ending.ANSWERED, reply.status());
        response.end(Buffer.buffer(reply.body()));
    }

    @Override
    public void begin(Reply reply, long contentLength) {
        if (isGone()) {
            return;
        }
        head(reply);
        // Announced and sent byte by byte as they are: compression would hide both.
        response.putHeader("Content-Encoding", "identity").putHeader("Content-Length", Long.toString(contentLength));
    }

    private void head(Reply reply) {
        response.setStatusCode(reply.status()).putHeader("X-Request-Id", "sim-" + number);
        reply.headers().forEach(response::putHeader);
    }

    @Override
    public void write(byte[] piece, Runnable then) {
        if (!isGone()) {
            response.write(Buffer.buffer(piece)).onSuccess(sent -> then.run());
        }
    }

    @Override
    public void end() {
        if (!isGone()) {
            log.ended(number, Ending.ANSWERED, response.getStatusCode());
            response.end();
        }
    }

    @Override
    public void cut() {
        if (!isGone()) {
            log.ended(number, Ending.CUT, response.headWritten() ? response.getStatusCode() : 0);
            response.reset();
        }
    }

    @Override
    public void after(Duration delay, Runnable then) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> then.run());
    }

    private boolean isGone() {
        return response.ended() || response.closed();
    }
}
