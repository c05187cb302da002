package dev.tributary.upstream.call;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.client.api.ClientLogger;

/**
 * Gives up an answer that grows too large while it streams in, error answers included.
 *
 * <p>The REST client reads bodies whole and knows no limit; a method that returns a {@code Multi} would stream, but then
 * the client closes the connection after every answer. Its logger is the one door to an exchange under way.
 */
public record BodyLimit(long maxBytes) implements ClientLogger {

    @Override
    public void logRequest(HttpClientRequest request, Buffer body, boolean omitBody) {
        request.response().onSuccess(this::watch);
    }

    private void watch(HttpClientResponse response) {
        AtomicLong bytes = new AtomicLong();
        response.handler(piece -> count(bytes.addAndGet(piece.length()), response.request()));
    }

    private void count(long bytes, HttpClientRequest request) {
        if (bytes > maxBytes) {
            String message = "the answer is larger than max-response-bytes (" + maxBytes + ")";
            request.reset(0, new UpstreamException(SourceFailure.of(FailureType.TOO_LARGE, message)));
        }
    }

    @Override
    public void logResponse(HttpClientResponse response, boolean redirect) {
        // comes after the body, too late to limit it
    }

    @Override
    public void setBodySize(int bodySize) {
        // how much of a body a real logger would show
    }
}
