package dev.tributary.simulator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The six vectors made with the vendor's own signer, as they look on the wire. */
class SignatureCheckTest {
    private static final Instant SIGNED = Instant.parse("2026-11-21T08:30:00Z");

    static Stream<Arguments> vectors() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(SignatureCheckTest.class.getResourceAsStream("/upstream/signing-vectors.json"));
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> arguments(vector.path("name").asText(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theVendorsSignaturesAreAccepted(String name, JsonNode vector) {
        assertThat(check(vector).refusal(onTheWire(vector), SIGNED)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theCanonicalRequestIsTheVendors(String name, JsonNode vector) {
        String authorization = vector.path("authorization").asText();
        List<String> signed = List.of(
                authorization.replaceFirst(".*SignedHeaders=([^,]*),.*", "$1").split(";"));

        assertThat(new CanonicalRequest(onTheWire(vector), signed).text())
                .isEqualTo(vector.path("canonicalRequest").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aChangeOfAnyPartIsRefused(String name, JsonNode vector) {
        WireRequest sent = onTheWire(vector);
        List<WireRequest> changed = List.of(
                new WireRequest("DELETE", sent.uri(), sent.headers(), sent.body()),
                new WireRequest(sent.method(), "/other" + sent.uri(), sent.headers(), sent.body()),
                new WireRequest(
                        sent.method(),
                        sent.uri() + (sent.uri().contains("?") ? "&" : "?") + "a=b",
                        sent.headers(),
                        sent.body()),
                new WireRequest(sent.method(), sent.uri(), sent.headers(), "other".getBytes(StandardCharsets.UTF_8)),
                with(sent, "host", "elsewhere"),
                with(sent, "x-sdk-date", "20261121T083001Z"));

        assertThat(changed)
                .allSatisfy(request -> assertThat(check(vector).refusal(request, SIGNED))
                        .hasValueSatisfying(reply -> assertThat(reply.status()).isEqualTo(401)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aDateMoreThanFifteenMinutesOffIsRefused(String name, JsonNode vector) {
        Duration most = Duration.ofMinutes(15);

        assertThat(check(vector).refusal(onTheWire(vector), SIGNED.plus(most))).isEmpty();
        assertThat(check(vector).refusal(onTheWire(vector), SIGNED.minus(most))).isEmpty();
        assertThat(check(vector).refusal(onTheWire(vector), SIGNED.plus(most).plusSeconds(1)))
                .isPresent();
        assertThat(check(vector).refusal(onTheWire(vector), SIGNED.minus(most).minusSeconds(1)))
                .isPresent();
    }

    private static SignatureCheck check(JsonNode vector) {
        return new SignatureCheck(List.of(new AccessKey(
                vector.path("accessKey").asText(), vector.path("secretKey").asText())));
    }

    private static WireRequest with(WireRequest request, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put(header, List.of(value));
        return new WireRequest(request.method(), request.uri(), headers, request.body());
    }

    private static WireRequest onTheWire(JsonNode vector) {
        Map<String, List<String>> headers = new HashMap<>();
        vector.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().asText())));
        headers.put("host", List.of(vector.path("host").asText()));
        headers.put("authorization", List.of(vector.path("authorization").asText()));
        String body = vector.path("body").asText("");
        return new WireRequest(
                vector.path("method").asText(), uri(vector), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Encoded otherwise than the canonical form: a space as plus, a tilde escaped, a star as it is. */
    private static String uri(JsonNode vector) {
        String leading = vector.path("endpoint").asText().endsWith("/") ? "/" : "";
        String path = URLEncoder.encode(vector.path("path").asText(), StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
        List<String> parameters = new ArrayList<>();
        vector.path("query").forEach(pair -> parameters.add(encoded(pair.path(0)) + "=" + encoded(pair.path(1))));
        return leading + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asText(), StandardCharsets.UTF_8);
    }
}
