package dev.tributary.http;

import dev.tributary.format.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An error as its client sees it (RFC 9457).
 *
 * @param detail for a person; nothing of an upstream, nothing of our inside
 * @param more members of this type's own
 */
record Problem(ProblemType type, @Nullable String detail, Consumer<JsonWriter> more) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type) {
        return new Problem(type, null, json -> {});
    }

    static Problem of(Rejected rejected) {
        return new Problem(
                ProblemType.INVALID_PARAMETERS,
                null,
                json -> json.array("errors", rejected.violations(), violation -> {
                    json.text("parameter", violation.parameter());
                    json.text("message", violation.message());
                }));
    }

    Response.ResponseBuilder response() {
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json());
    }

    /** Where the framework is not reached. */
    void end(HttpServerResponse response) {
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(json()));
    }

    /** UTF-8. */
    byte[] json() {
        return JsonWriter.object(json -> {
            json.text("type", type.uri());
            json.text("title", type.title());
            json.number("status", type.status());
            json.text("detail", detail);
            more.accept(json);
        });
    }
}
