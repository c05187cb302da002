package dev.tributary.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses by itself is a problem as well. */
@QuarkusTest
@TestProfile(StandIns.class)
class ServerErrorsTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /page/nothing.js, 404, /problems/not-found",
        "GET, /nothing, 404, /problems/not-found",
        "GET, /events/1, 404, /problems/not-found",
        "GET, /problems/not-found, 404, /problems/not-found",
        "POST, /nothing, 404, /problems/not-found",
        "POST, /events, 405, /problems/method-not-allowed",
        "DELETE, /sources, 405, /problems/method-not-allowed"
    })
    void refusalIsAProblem(String method, String address, int status, String type) {
        assertProblem(given().urlEncodingEnabled(false).request(method, address), status, type);
    }

    /** No ordinary client sends one of these: the server refuses it before anything of ours is asked, without a body. */
    @ParameterizedTest
    @ValueSource(strings = {"/events?q=%zz", "/events?q=%", "/%zz"})
    void addressWithABrokenEscapeIsRefused(String address) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            byte[] request = ("GET " + address + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.0 400");
        }
    }

    @Test
    void formatThatIsNotServedIsAProblem() {
        assertProblem(given().accept("application/xml").get("/events"), 406, "/problems/not-acceptable");
    }

    @Test
    void methodsThatAreServedAreNamed() {
        assertThat(given().post("/events").header("Allow")).contains("GET");
    }

    @Test
    void addressLongerThanSixteenKilobytesIsAProblem() {
        assertProblem(given().get("/events?q=" + "x".repeat(16_384)), 414, "/problems/uri-too-long");
    }

    @Test
    void addressOfSixteenKilobytesIsRead() {
        String rest = "GET /events?q= HTTP/1.1";
        assertProblem(
                given().get("/events?q=" + "x".repeat(16_384 - rest.length())), 400, "/problems/invalid-parameters");
    }

    @Test
    void addressBeyondAllLimitsIsRefusedByTheServer() {
        assertThat(given().get("/events?q=" + "x".repeat(40_000)).statusCode()).isEqualTo(414);
    }

    private static void assertProblem(Response response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo(type);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
    }
}
