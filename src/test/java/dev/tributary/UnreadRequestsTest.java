package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that no ordinary client can send. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class UnreadRequestsTest extends FrontDoorTest {
    private final LogLines log = LogLines.of("");

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void aRequestWithoutAHostIsAProblemOfItsClientAndNotOfOurLog() {
        String answer = RawHttp.send(url, "GET /events HTTP/1.1\r\nConnection: close\r\n\r\n")
                .text();

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("/problems/bad-request")
                .doesNotContain("Exception", "java.", "vertx");
        assertThat(log.all()).noneMatch(line -> line.getThrown() != null);
    }
}
