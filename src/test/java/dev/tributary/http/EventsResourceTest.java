package dev.tributary.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(StandIns.class)
class EventsResourceTest {

    @Test
    void eventsOfAllSourcesAreOneListNewestFirst() {
        Response answer = get("/events?" + StandIns.THE_SOUND);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getList("events.source"))
                .containsExactly("orders-db", "registry", "prod-cluster", "images");
        assertThat(answer.jsonPath().getString("from")).isEqualTo("2026-11-21T07:30:00.456Z");
        assertThat(answer.header("Tributary-Complete")).isEqualTo("true");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String follow = answer.jsonPath().getString("follow");
        assertThat(follow).startsWith("/events?").contains("to=settled");
        assertThat(answer.header("Link")).isEqualTo("<" + follow + ">; rel=\"follow\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void nextLeadsThroughTheWholeWindow(String order) {
        List<String> walked = new ArrayList<>();
        String address = "/events?limit=1&order=" + order + "&" + StandIns.THE_SOUND;
        while (address != null) {
            Response page = get(address);
            walked.addAll(page.jsonPath().getList("events.source"));
            address = page.jsonPath().getString("next");
            String follow = page.jsonPath().getString("follow");
            assertThat(page.header("Link"))
                    .isEqualTo(
                            address == null ? "<" + follow + ">; rel=\"follow\"" : "<" + address + ">; rel=\"next\"");
        }
        assertThat(walked)
                .containsExactlyElementsOf(
                        order.equals("asc")
                                ? List.of("images", "prod-cluster", "registry", "orders-db")
                                : List.of("orders-db", "registry", "prod-cluster", "images"));
    }

    @Test
    void oneSourceDownIsNamedAndItsGapHasALink() {
        Response answer = get("/events?source=images&source=slow");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Tributary-Complete")).isEqualTo("false");
        assertThat(answer.jsonPath().getList("events.source")).containsExactly("images");
        assertThat(answer.jsonPath().getString("sources.find { it.name == 'slow' }.error.type"))
                .isEqualTo("timeout");
        String link = answer.jsonPath().getString("sources.find { it.name == 'slow' }.gaps[0].link");
        assertThat(get(link).statusCode()).isEqualTo(504); // still down
    }

    @Test
    void sourcesThatWantToBeLeftAloneAreUnavailable() {
        Response problem = get("/events?source=throttled");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.header("Retry-After")).isEqualTo("7");
        assertThat(problem.jsonPath().getString("sources.find { it.name == 'throttled' }.error.upstreamCode"))
                .isEqualTo("APIG.0308");
    }

    @Test
    void withoutLeadsOnWithoutThoseThatFailed() {
        Response problem = get("/events?source=throttled&source=slow");
        assertThat(problem.statusCode()).isEqualTo(502);
        assertThat(problem.contentType()).startsWith("application/problem+json");
        Response without = get(problem.jsonPath().getString("without"));
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.header("Tributary-Complete")).isEqualTo("false");
    }

    @Test
    void withoutOfARequestThatDeniesGapsAllowsThem() {
        Response problem = get("/events?source=images&source=slow&partial=deny");
        assertThat(problem.statusCode()).isEqualTo(504);
        Response allowed = get(problem.jsonPath().getString("without"));
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.jsonPath().getList("events.source")).containsExactly("images");
        assertThat(allowed.jsonPath().getBoolean("complete")).isFalse();
    }

    @Test
    void violationsAreListed() {
        Response problem = get("/events?limit=0&colour=red&to=now%2B1h");
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(problem.contentType()).startsWith("application/problem+json");
        assertThat(problem.jsonPath().getString("type")).isEqualTo("/problems/invalid-parameters");
        assertThat(problem.jsonPath().getList("errors.parameter")).containsExactlyInAnyOrder("limit", "colour", "to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void jsonIsServedToWhoeverAcceptsIt(String accept) {
        assertThat(given().accept(accept).get("/events?source=images").contentType())
                .startsWith("application/json");
    }

    @Test
    void answerIsCompressedOnRequest() throws Exception {
        Response answer = given().config(RawBodies.NOT_DECODED)
                .header("Accept-Encoding", "gzip")
                .get("/events?source=images");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(answer.asInputStream()).readAllBytes())
                .asString()
                .contains("library/nginx");
    }

    @Test
    void headIsGetWithoutABody() {
        Response head = given().head("/events?" + StandIns.THE_SOUND);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Tributary-Complete")).isEqualTo("true");
    }

    @Test
    void noCacheIsMeantForThisRequestAlone() {
        Response first = given().header("Cache-Control", "no-cache").get("/events?limit=1&" + StandIns.THE_SOUND);
        assertThat(first.jsonPath().getInt("sources.find { it.name == 'images' }.cachedSlices"))
                .isZero();
        Response next = get(first.jsonPath().getString("next"));
        assertThat(next.jsonPath().getInt("sources.find { it.name == 'images' }.cachedSlices"))
                .isPositive();
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }
}
