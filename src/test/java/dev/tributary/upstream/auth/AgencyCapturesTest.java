package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.upstream.auth.PlayedAgency.Seen;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's SDK was seen to send: given the same answers, we send the same. */
@QuarkusTest
class AgencyCapturesTest {
    private static final List<String> COMPARED =
            List.of("X-Metadata-Token-Ttl-Seconds", "X-Metadata-Token", "Authorization", "Content-Length");

    @Inject
    Vertx vertx;

    private final PlayedAgency agency = new PlayedAgency();
    private final AgencyKeys keys = new AgencyKeys("project", new SettableClock(Instant.parse("2026-11-21T09:00:00Z")));

    @AfterEach
    void closeAgency() {
        agency.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.with-token", "metadata.token-service-absent", "metadata.token-expired"})
    void metadataServiceIsAskedAsByTheSdk(String capture) throws IOException {
        Issued issued = replayed(capture, metadataService()).orElseThrow();

        assertThat(issued.expiresAt()).isEqualTo("2026-11-22T09:00:00Z");
    }

    @Test
    void machineWithoutAgencyIsAskedOnce() throws IOException {
        assertThat(replayed("metadata.no-agency", metadataService())).isEmpty();
    }

    @Test
    void podIdentityIsAskedAsByTheSdk() throws IOException {
        Path token = Files.writeString(Files.createTempFile("token", null), "PODTOKEN\n");

        Issued issued = replayed("pod-identity", new PodIdentityService(agency.podWith(token.toString()), keys, vertx))
                .orElseThrow();

        assertThat(issued.expiresAt()).isEqualTo("2026-11-22T09:00:00Z");
        Files.delete(token);
        assertThat(agency.all().get(0).headers().get("Content-Type"))
                .isEqualToIgnoringCase("application/json;charset=utf-8"); // the SDK puts a space in it
    }

    private MetadataService metadataService() {
        return new MetadataService(agency.url(), keys, keys.clock(), ofSeconds(30));
    }

    private Optional<Issued> replayed(String capture, Issuer issuer) throws IOException {
        List<Exchange> exchanges = exchanges(capture);
        Queue<Exchange> left = new ArrayDeque<>(exchanges);
        Stream.of(PlayedAgency.TOKEN, PlayedAgency.KEYS, PlayedAgency.POD)
                .forEach(path -> agency.answers(path, response -> left.remove().play(response)));

        Optional<Issued> outcome = issuer.issue()
                .map(Optional::of)
                .onFailure(UpstreamException.class)
                .recoverWithItem(Optional.empty())
                .await()
                .atMost(ofSeconds(30));

        assertThat(agency.all().stream().map(AgencyCapturesTest::compared))
                .containsExactlyElementsOf(
                        exchanges.stream().map(Exchange::request).toList());
        return outcome;
    }

    private static Seen compared(Seen request) {
        Map<String, String> headers = new TreeMap<>();
        COMPARED.stream()
                .filter(request.headers()::containsKey)
                .forEach(name -> headers.put(name, request.headers().get(name)));
        return new Seen(request.method(), request.uri(), headers, request.body());
    }

    private static List<Exchange> exchanges(String capture) throws IOException {
        try (InputStream file = Exchange.class.getResourceAsStream("/upstream/captures/" + capture + ".txt")) {
            String exchanges = new String(file.readAllBytes(), UTF_8)
                    .replaceFirst("(?s)\\A# [^\n]*\n\n", "")
                    .replaceFirst("(?s)\n+# ---.*", "");
            return Stream.of(exchanges.split("\n----\n")).map(Exchange::of).toList();
        }
    }

    /** One request and its answer, as captured. */
    private record Exchange(Seen request, int status, String answer) {

        static Exchange of(String text) {
            String[] requestAndAnswer = text.split("\n=> ", 2);
            String[] headAndBody = requestAndAnswer[0].split("\n\n", 2);
            List<String> head = headAndBody[0].lines().toList();
            String[] line = head.get(0).split(" ");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            head.stream().skip(1).map(header -> header.split(": ", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
            String[] answer = requestAndAnswer[1].split(" ", 2);
            return new Exchange(
                    compared(new Seen(line[0], line[1], headers, headAndBody[1].strip())),
                    Integer.parseInt(answer[0]),
                    answer[1]);
        }

        void play(HttpServerResponse response) {
            response.setStatusCode(status).end(answer);
        }
    }
}
