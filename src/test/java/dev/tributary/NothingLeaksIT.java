package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Upstreams tell all they know, and clients send all they can: what the service says then, writes to its log, and
 * tells a collector of traces.
 */
class NothingLeaksIT {
    private static final String SETTINGS = """
            quarkus.http.port=0
            quarkus.management.port=0
            quarkus.shutdown.delay=0s
            tributary.anonymous-access=true
            tributary.allow-plain-http=true
            tributary.max-retries=0
            tributary.page-size=20
            tributary.requests-per-second=1000
            tributary.burst=1000
            """;
    private static final String HOUR = "/events?include=raw&from=" + World.FROM + "&to=" + World.TO;

    private static final Marker SENT = Marker.of("sent by a client");

    private static final Pattern NO_LINE_BREAKS = Pattern.compile("[^\\p{Cntrl}\u0085\u2028\u2029]+");
    /** One of an exception has more. */
    static final List<String> FIELDS_OF_A_RECORD = List.of("timestamp", "loggerName", "level", "message", "threadName");

    @TempDir
    static Path directory;

    private static final Overheard HEARD = new Overheard();
    private static IndiscreetCloud cloud;

    @BeforeAll
    static void askForEverything() throws InterruptedException {
        cloud = new IndiscreetCloud();
        try (Collector collector = new Collector();
                PackagedService service = PackagedService.start(
                        directory, SETTINGS + cloud.configuration() + lines(collector.configuration()), Map.of())) {
            cloud.groups().forEach(group -> askForEvents(service.url(), group));
            List.of("/sources", "/openapi", "/nothing").forEach(path -> HEARD.ask(service.url(), path));
            List.of("/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/nothing")
                    .forEach(path -> HEARD.ask(service.managementUrl(), path));
            HostileRequests.carrying(Forgery.with(SENT)).forEach(request -> {
                HEARD.provoke(service.url(), request);
                HEARD.provoke(service.managementUrl(), request);
            });
            service.terminate();
            service.exitCode(); // all has been written
            HEARD.log(service.output());
            HEARD.traces(collector.text());
        }
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void askForEvents(String url, String group) {
        List.of("json", "ndjson", "csv")
                .forEach(format -> HEARD.ask(url, HOUR + "&format=" + format + "&source=" + group + "-*"));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void everyUpstreamWasHeardAndWhatIsGoodOfItToldOn() {
        assertThat(cloud.unasked()).isEmpty();
        assertThat(HEARD.where(IndiscreetCloud.DATA::isIn)).hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("dev.tributary.SecretAccounts#SECRETS")
    void secretIsNowhere(Marker secret) {
        assertThat(HEARD.where(secret::isIn)).isEmpty();
    }

    @Test
    void signaturesAndIssuedTokensAreNowhere() {
        assertThat(cloud.secretsOnTheWire())
                .hasSizeGreaterThan(10)
                .allSatisfy(secret -> assertThat(HEARD.where(secret)).isEmpty());
        assertThat(HEARD.where("Signature=")).isEmpty();
        assertThat(HEARD.where("SDK-HMAC-SHA256")).isEmpty();
    }

    @Test
    void nothingThatAnUpstreamSaysBesideItsRecordsIsToldOn() {
        assertThat(HEARD.where(IndiscreetCloud.TOLD::isIn)).isEmpty();
    }

    /** But for the access log, which tells what was asked. */
    @Test
    void neitherRecordsNorRequestsAreLogged() {
        assertThat(HEARD.logged())
                .noneMatch(IndiscreetCloud.DATA::isIn)
                .filteredOn(line -> !isOfAccess(line))
                .noneMatch(SENT::isIn);
    }

    @Test
    void tracesTellOfCallsAndQueriesButNothingOfRecordsOrRequests() {
        assertThat(HEARD.traces()).contains("GET /events", "call registry-audit");
        assertThat(IndiscreetCloud.DATA.isIn(HEARD.traces())).isFalse();
        assertThat(SENT.isIn(HEARD.traces())).isFalse();
    }

    private static boolean isOfAccess(String line) {
        return Api.json(line).path("loggerName").asText().equals("tributary.access");
    }

    @Test
    void noTextBreaksOutOfItsPlace() {
        assertThat(HEARD.answers())
                .noneMatch(answer -> answer.lines().anyMatch(line -> line.startsWith(Forgery.BEGIN)));
        assertThat(HEARD.logged()).hasSizeGreaterThan(10).allSatisfy(NothingLeaksIT::assertIsOneRecord);
    }

    /** Nothing that machines or people would take for two, or for more than was meant. */
    private static void assertIsOneRecord(String line) {
        JsonNode record = Api.json(line);
        assertThat(record.fieldNames()).toIterable().containsExactlyElementsOf(FIELDS_OF_A_RECORD);
        assertThat(record).allSatisfy(value -> assertThat(value.asText()).matches(NO_LINE_BREAKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tat ", "Exception", "java."})
    void ourInsideIsNowhere(String sign) {
        assertThat(HEARD.where(sign)).isEmpty();
    }
}
