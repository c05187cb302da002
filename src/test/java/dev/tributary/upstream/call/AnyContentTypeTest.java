package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer calls itself decides nothing; some of these are no content type at all. */
@QuarkusTest
class AnyContentTypeTest {
    @Inject
    Vertx vertx;

    private HttpServer upstream;

    @AfterEach
    void close() {
        upstream.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text", "json", "", ";;;", "application/json, application/json"})
    void dataIsRead(String type) {
        assertThat(answer(200, type, "data")).isEqualTo("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text", "json", "", ";;;", "application/json, application/json"})
    void anErrorIsUnderstood(String type) {
        Throwable thrown = catchThrowable(() -> answer(400, type, "{\"error_code\": \"APIGW.0301\"}"));

        assertThat(thrown).isInstanceOf(UpstreamException.class);
        SourceFailure failure = ((UpstreamException) thrown).failure();
        assertThat(failure.type()).isEqualTo(FailureType.AUTH);
        assertThat(failure.upstreamStatus()).isEqualTo(400);
        assertThat(failure.upstreamCode()).isEqualTo("APIGW.0301");
    }

    private String answer(int status, String type, String body) {
        upstream = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", type)
                        .end(body))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return OneCall.of(upstream.actualPort(), vertx);
    }
}
