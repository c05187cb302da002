package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of the vendor's clients as they went over the wire: from the wire alone we find the same signature. */
class CapturedRequestsTest {
    private static final Signer SIGNER = new Signer(new AccessKeys("AKEXAMPLE", "SKEXAMPLE", null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image-log.aksk.all-filters",
                "image-log.aksk.empty-string-filter",
                "image-log.aksk.security-token.endpoint-with-trailing-slash",
                "cluster-event.aksk.all-filters.documented-body",
                "registry-audit.aksk.pull",
                "database-audit.aksk.documented-body",
                "iam.token-by-password"
            })
    void authorizationIsTheCapturedOne(String name) throws IOException {
        Capture capture = Capture.of(name);

        String authorization = SIGNER.authorization(capture.canonical());

        assertThat(authorization).isEqualTo(capture.headers().get("Authorization"));
    }

    private record Capture(String method, URI uri, Map<String, String> headers, byte[] body) {

        /** A comment, the request line, the headers, an empty line, the body, and a comment on the answer. */
        static Capture of(String name) throws IOException {
            String request =
                    file(name).replaceFirst("(?s)\\A(#[^\n]*\n)+\n", "").replaceFirst("(?s)\n# ---.*", "");
            String[] headAndBody = request.split("\n\n", 2);
            List<String> head = List.of(headAndBody[0].split("\n"));
            String[] requestLine = head.get(0).split(" ");
            URI uri = URI.create("http://127.0.0.1" + requestLine[1]);
            return new Capture(requestLine[0], uri, headers(head), headAndBody[1].getBytes(UTF_8));
        }

        CanonicalRequest canonical() {
            String names = headers.get("Authorization").replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
            Map<String, String> signed = Arrays.stream(names.split(";")).collect(toMap(identity(), headers::get));
            return CanonicalRequest.of(method, uri, signed, body);
        }

        private static Map<String, String> headers(List<String> head) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            head.stream().skip(1).map(line -> line.split(": ", 2)).forEach(header -> headers.put(header[0], header[1]));
            return headers;
        }

        private static String file(String name) throws IOException {
            try (InputStream file = Capture.class.getResourceAsStream("/upstream/captures/" + name + ".txt")) {
                return new String(file.readAllBytes(), UTF_8);
            }
        }
    }
}
