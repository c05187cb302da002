package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, whatever the answer. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class SecurityHeadersTest extends FrontDoorTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events?format=ndjson",
                "/events?format=csv&partial=allow",
                "/events?limit=0",
                "/sources",
                "/openapi",
                "/nothing"
            })
    void answerIsTakenForNothingElseLoadsNothingAndStandsInNoFrame(String path) {
        new World(1, 20).playedBy(simulator);

        HttpHeaders headers = api.text(path).headers();

        assertTellsBrowsers(headers);
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty(); // over http a browser ignores it
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/nothing"})
    void soItIsOnTheManagementPortWhereNothingIsKept(String path) {
        HttpHeaders headers = new Api(management).text(path).headers();

        assertTellsBrowsers(headers);
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    }

    private static void assertTellsBrowsers(HttpHeaders headers) {
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/events?format=ndjson", "/events?limit=0", "/sources", "/nothing"})
    void nothingIsKeptOnTheWay(String path) {
        new World(1, 20).playedBy(simulator);

        assertThat(api.text(path).headers().allValues("Cache-Control")).containsExactly("no-store");
    }
}
