package dev.tributary.upstream.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tributary.source.Allowance;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer calls itself decides nothing; some of these are no content type at all. */
@QuarkusTest
class AnyContentTypeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    private HttpServer upstream;

    @Path("/")
    interface Client {
        @GET
        Uni<byte[]> page();
    }

    private record Opened(Client client, Calls calls) {}

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
        Opened opened = connection().open(Client.class, Opened::new);
        Spending spending = new Spending(new Allowance(Clock.systemUTC(), LONG, 100), () -> {});
        return new String(
                opened.calls().through(spending, opened.client()::page).await().atMost(LONG), UTF_8);
    }

    private Connection connection() {
        return new Connection(
                "images",
                URI.create("http://127.0.0.1:" + upstream.actualPort()),
                LONG,
                new CallSettings(LONG, 0, 20, 0.5, Duration.ofSeconds(5), 2, 1_000),
                new Always(request -> Map.of()),
                new Pace(vertx, Clock.systemUTC(), 20, 40),
                Clock.systemUTC());
    }
}
