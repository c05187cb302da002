package dev.tributary;

import static dev.tributary.simulator.api.Api.CLUSTER_EVENT;
import static dev.tributary.simulator.api.Api.DATABASE_AUDIT;
import static dev.tributary.simulator.api.Api.IMAGE_LOG;
import static dev.tributary.simulator.api.Api.LOGIN;
import static dev.tributary.simulator.api.Api.REGISTRY_AUDIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build delivers, jar or native binary, run in production: it reads four APIs, and says how it is. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = ProductionResource.class, restrictToAnnotatedClass = true)
class PackagedServiceIT extends FrontDoorTest {
    private static final Path MANIFESTS = Path.of("k8s");
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;

    Certificates authority;

    @Test
    void oneAnswerHoldsTheEventsOfAllFourApisInOrder() {
        playSixRows();

        Api.Reply answer = api.get(HOUR);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.events())
                .extracting(
                        event -> event.path("time").asText(),
                        event -> event.path("kind").asText())
                .containsExactly(
                        tuple("2026-01-10T10:50:00.000Z", "registry-audit"),
                        tuple("2026-01-10T10:40:00.000Z", "database-audit"),
                        tuple("2026-01-10T10:30:00.000Z", "registry-audit"),
                        tuple("2026-01-10T10:20:00.000Z", "cluster-event"),
                        tuple("2026-01-10T10:10:00.000Z", "image-log"),
                        tuple("2026-01-10T10:05:00.000Z", "registry-audit"));
    }

    private void playSixRows() {
        simulator.plays(World.list(Operation.DELETE), Population.of(Row.registryAudit(1, minute(5))));
        simulator.plays(World.images(), Population.of(Row.imageLog(minute(10))));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(minute(20))));
        simulator.plays(World.list(Operation.CREATE), Population.of(Row.registryAudit(2, minute(30))));
        simulator.plays(World.database(), Population.of(Row.databaseAudit(minute(15), minute(40))));
        simulator.plays(World.list(Operation.PULL), Population.of(Row.registryAudit(3, minute(50))));
    }

    private static Instant minute(int minute) {
        return World.FROM.plus(Duration.ofMinutes(minute));
    }

    @Test
    void oneAccountSignsItsCallsAndTheOtherLogsInOnceForItsSources() {
        simulator.tokens().revokeAll();
        playSixRows();

        assertThat(api.get(HOUR).events()).hasSize(6);

        assertThat(simulator.requests().of(LOGIN)).hasSize(1);
        assertThat(accepted(IMAGE_LOG, CLUSTER_EVENT))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.wire().header("Authorization"))
                        .hasValueSatisfying(value -> assertThat(value).startsWith("SDK-HMAC-SHA256 ")));
        assertThat(accepted(REGISTRY_AUDIT, DATABASE_AUDIT))
                .isNotEmpty()
                .allSatisfy(
                        call -> assertThat(call.wire().header("X-Auth-Token")).isPresent());
    }

    private List<SeenRequest> accepted(dev.tributary.simulator.api.Api... apis) {
        return simulator.requests().all().stream()
                .filter(call -> List.of(apis).contains(call.api()) && call.status() == 200)
                .toList();
    }

    @Test
    void exportIsCompressedAndEndsWithItsSummary() {
        playSixRows();

        try (Export export = Export.of(url, HOUR + "&format=ndjson", Map.of("Accept-Encoding", "gzip"))) {
            assertThat(export.readAll().events()).hasSize(6);
            assertThat(export.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(export.summary().path("complete").asBoolean()).isTrue();
        }
    }

    @Test
    void tableHasALineForEachEvent() throws IOException, InterruptedException {
        playSixRows();

        HttpResponse<byte[]> answer = Http.get(url, HOUR + "&format=csv", Map.of());

        assertThat(answer.headers().firstValue("Tributary-Complete")).contains("true");
        assertThat(Csv.read(new String(answer.body(), UTF_8)))
                .extracting(line -> line.get("source"))
                .containsExactly("registry", "orders-db", "registry", "prod-cluster", "images", "registry");
    }

    @Test
    void openApiDocumentIsServedBesideTheApi() {
        Api.Reply document = api.get("/openapi?format=json");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().at("/paths").has("/events")).isTrue();
    }

    /** A native binary holds them too: Quarkus registers what lies below META-INF/resources, that of jars included. */
    @Test
    void thePageIsServedWithItsModulesAndItsLibrary() {
        for (String path : List.of("/", "/page/main.js", "/page/page.css", "/_static/lit-html/3.3.3/lit-html.js")) {
            HttpResponse<String> file = api.text(path);

            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                    .as(path)
                    .matches("text/(html|javascript|css).*");
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
                    .as(path)
                    .contains(path.contains("3.3.3") ? "immutable" : "no-cache");
        }
    }

    /** Before the application sees it, the server would: Main says that it shall not. */
    @Test
    void addressThatIsNoUriIsAProblem() {
        RawHttp.Answer answer = RawHttp.get(url, "/events?from=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(Api.json(answer.body()).at("/errors/0/parameter").asText()).isEqualTo("from");
    }

    @Test
    void eventsAreServedOverTlsToo() throws IOException, InterruptedException {
        playSixRows();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(authority.trusting())
                .build();
        String secure = "https://localhost:" + port("and https");

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(secure + HOUR)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Api.json(answer.body()).path("events")).hasSize(6);
    }

    @Test
    void metricsCountWhatWasAskedOfWhom() throws IOException {
        playSixRows();
        api.get(HOUR);

        Scrape scrape = Scrape.of(management());

        assertThat(scrape.value("tributary_queries_total{format=\"json\",outcome=\"complete\"}"))
                .isPositive();
        for (String labels : List.of(
                "kind=\"image-log\",source=\"images\"",
                "kind=\"cluster-event\",source=\"prod-cluster\"",
                "kind=\"registry-audit\",source=\"registry\"",
                "kind=\"database-audit\",source=\"orders-db\"")) {
            assertThat(scrape.value("tributary_upstream_calls_total{result=\"ok\"," + labels + "}"))
                    .isPositive();
        }
    }

    @Test
    void healthIsToldOnTheManagementPortOnly() throws IOException {
        Api health = new Api(management());

        assertThat(health.get("/q/health").json().path("status").asText()).isEqualTo("UP");
        assertThat(api.get("/q/health/live").status()).isEqualTo(404);
    }

    /** What Kubernetes and Prometheus ask of a pod. */
    @Test
    void everyProbeIsAnsweredAndEveryScrape() throws IOException, InterruptedException {
        List<JsonNode> asked = new ArrayList<>(manifest("base/deployment.yaml").findValues("httpGet"));
        manifest("components/monitoring/servicemonitor.yaml")
                .at("/spec/endpoints")
                .forEach(asked::add);
        assertThat(asked).hasSize(4);

        for (JsonNode one : asked) {
            String path = one.path("path").asText();
            assertThat(Http.get(management(), path, Map.of()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static JsonNode manifest(String file) throws IOException {
        return new YAMLMapper().readTree(MANIFESTS.resolve(file).toFile());
    }

    private static String management() throws IOException {
        return "http://127.0.0.1:" + port("Management interface listening on http");
    }

    // Quarkus tells its tests no port but that of plain HTTP; the others stand in the log.
    private static String port(String announced) throws IOException {
        String log = Files.readString(Path.of(System.getProperty("quarkus.log.file.path")));
        return Pattern.compile(announced + "://[^ :]+:(\\d+)")
                .matcher(log)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(log));
    }
}
