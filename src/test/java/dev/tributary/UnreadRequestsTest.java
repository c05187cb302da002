package dev.tributary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that no ordinary client can send. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class UnreadRequestsTest extends FrontDoorTest {
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LogManager.getLogManager().getLogger("").addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        LogManager.getLogManager().getLogger("").removeHandler(log);
    }

    @Test
    void aRequestWithoutAHostIsAProblemOfItsClientAndNotOfOurLog() throws IOException {
        String answer = answer("GET /events HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("/problems/bad-request")
                .doesNotContain("Exception", "java.", "vertx");
        assertThat(logged).noneMatch(line -> line.getThrown() != null);
    }

    private String answer(String request) throws IOException {
        URI base = URI.create(url);
        try (Socket client = new Socket(base.getHost(), base.getPort())) {
            client.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
