package dev.tributary.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tributary.fanout.FilterField;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served is what the served document says. */
@QuarkusTest
@TestProfile(StandIns.class)
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode document;

    @BeforeEach
    void readTheServedDocument() throws IOException {
        document =
                JSON.readTree(given().accept("application/json").get("/openapi").asByteArray());
    }

    @ParameterizedTest(name = "{0} is an answer")
    @ValueSource(
            strings = {
                "/events",
                "/events?limit=1&order=asc",
                "/events?include=raw&source=images",
                "/events?source=slow&source=images",
                "/sources"
            })
    void answerIsAsDescribed(String address) throws IOException {
        Response answer = given().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertDescribed(address.split("\\?")[0], answer, "application/json");
    }

    @Test
    void eachLineOfAnExportIsAsDescribed() throws IOException {
        Response answer = given().get("/events?format=ndjson&source=slow&source=images");
        JsonNode schema =
                resolved(document.at("/paths/~1events/get/responses/200")).at("/content/application~1x-ndjson/schema");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSizeGreaterThan(1);
        for (String line : lines) {
            assertThat(validator(schema).validate(JSON.readTree(line))).as(line).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({
        "/events?limit=0&q=, 400",
        "/events?source=slow&source=throttled, 502",
        "/events?source=throttled, 503",
        "/events?source=slow, 504",
        "/events?source=slow&source=images&partial=deny, 504"
    })
    void problemIsAsDescribed(String address, int status) throws IOException {
        Response problem = given().get(address);
        assertThat(problem.statusCode()).isEqualTo(status);
        assertDescribed("/events", problem, "application/problem+json");
    }

    @Test
    void refusalOfTheServerIsAsDescribed() throws IOException {
        assertDescribed("/events", given().accept("application/xml").get("/events"), "application/problem+json");
        assertThat(violations(schema("Problem"), given().get("/nothing"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answer", "Sources", "InvalidParameters", "SourcesFailed"})
    void exampleIsAsDescribed(String name) {
        JsonNode example = document.at("/components/examples/" + name + "/value");
        assertThat(example.isObject()).isTrue();
        assertThat(validator(schema(name)).validate(example)).isEmpty();
    }

    @Test
    void documentKnowsExactlyTheParametersThatAreServed() {
        Stream<String> served = Stream.concat(
                Stream.of("from", "to", "order", "limit", "cursor", "q", "include", "partial", "format", "scan"),
                Stream.of(FilterField.values()).map(FilterField::text));
        assertThat(parameters("header")).containsExactly("Cache-Control");
        assertThat(parameters("query")).containsExactlyInAnyOrderElementsOf(served.toList());
    }

    /** Else the tests above would prove nothing. */
    @Test
    void documentRefusesWhatItDoesNotDescribe() {
        ObjectNode example = document.at("/components/examples/Answer/value").deepCopy();
        example.put("reached", "yesterday").put("surprise", 1);
        assertThat(validator(schema("Answer")).validate(example)).hasSize(2);
    }

    private void assertDescribed(String path, Response response, String type) throws IOException {
        assertThat(response.contentType()).startsWith(type);
        JsonNode described = resolved(document.at("/paths").get(path).at("/get/responses/" + response.statusCode()));
        assertThat(violations(described.get("content").get(type).get("schema"), response))
                .isEmpty();
    }

    private Set<?> violations(JsonNode schema, Response response) throws IOException {
        return validator(schema).validate(JSON.readTree(response.asByteArray()));
    }

    private JsonNode schema(String name) {
        return JSON.valueToTree(Map.of("$ref", "#/components/schemas/" + name));
    }

    // References point into the document, so the schema is looked at from within it.
    private JsonSchema validator(JsonNode schema) {
        ObjectNode root = document.deepCopy();
        root.setAll((ObjectNode) schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<String> parameters(String place) {
        JsonNode parameters = document.at("/paths/~1events/get/parameters");
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(place))
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }
}
