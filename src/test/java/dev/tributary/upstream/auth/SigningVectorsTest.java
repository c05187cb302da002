package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that were computed with the vendor's own signer: every intermediate text must be the same. */
class SigningVectorsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void vectorIsReproducedTextForText(JsonNode vector) {
        CanonicalRequest request = canonical(vector);
        Signer signer = new Signer(new AccessKeys(text(vector, "accessKey"), text(vector, "secretKey"), null));

        assertThat(request.text()).isEqualTo(text(vector, "canonicalRequest"));
        assertThat(Signer.stringToSign(request)).isEqualTo(text(vector, "stringToSign"));
        assertThat(signer.signature(request)).isEqualTo(text(vector, "signature"));
        assertThat(signer.authorization(request)).isEqualTo(text(vector, "authorization"));
    }

    static Stream<Named<JsonNode>> vectors() throws IOException {
        try (InputStream file = SigningVectorsTest.class.getResourceAsStream("/upstream/signing-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file);
            assertThat(vectors).hasSize(6);
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> Named.of(text(vector, "name"), vector));
        }
    }

    private static CanonicalRequest canonical(JsonNode vector) {
        byte[] body =
                vector.get("body").isNull() ? new byte[0] : text(vector, "body").getBytes(UTF_8);
        return CanonicalRequest.of(text(vector, "method"), uri(vector), headers(vector), body);
    }

    private static URI uri(JsonNode vector) {
        WireUri uri = WireUri.of(text(vector, "endpoint") + WireUri.encodedPath(text(vector, "path")));
        vector.get("query")
                .forEach(pair -> uri.with(pair.get(0).asText(), pair.get(1).asText()));
        return uri.toUri();
    }

    private static Map<String, String> headers(JsonNode vector) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", text(vector, "host"));
        vector.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).asText();
    }
}
