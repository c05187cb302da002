package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tributary.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import jakarta.inject.Inject;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an upstream sends that is no HTTP at all, the log repeats nothing of it and needs one line to say so. */
@QuarkusTest
class SilentLogTest {
    @Inject
    Vertx vertx;

    private final LogLines log = LogLines.of("");
    private NetServer upstream;

    @AfterEach
    void close() {
        log.close();
        upstream.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: SECRET\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nSECRET\r\n",
                "SECRET/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 SECRET\r\n\r\n"
            })
    void nothingOfAnUpstreamIsLogged(String answer) {
        Throwable thrown = catchThrowable(() -> call(answer));

        assertThat(thrown).isInstanceOf(UpstreamException.class);
        assertThat(log.all())
                .extracting(new SimpleFormatter()::formatMessage)
                .noneMatch(line -> line.contains("SECRET") || line.contains("\n"));
        assertThat(log.all()).noneMatch(line -> line.getThrown() != null);
    }

    private void call(String answer) {
        upstream = vertx.createNetServer()
                .connectHandler(connection -> connection.handler(request -> connection.write(answer)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        OneCall.of(upstream.actualPort(), vertx);
    }
}
