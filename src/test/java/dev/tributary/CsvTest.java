package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for spreadsheets. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(ShortWaits.class)
class CsvTest extends FrontDoorTest {
    private static final String HOUR =
            "/events?source=images&source=prod-cluster&from=" + World.FROM + "&to=" + World.TO;
    private static final int LOGS = 1_200;

    @BeforeEach
    void play() {
        simulator.plays(
                World.images(),
                Population.computed(
                        LOGS,
                        i -> Row.imageLog(World.FROM.plusSeconds(i))
                                .with("event_id", "i" + i)
                                .with("content", "=HYPERLINK(\"x\"), " + i)));
        simulator.plays(
                World.cluster(), Population.of(Row.clusterEvent(World.FROM).with("event_name", "c")));
    }

    @Test
    void aPageIsAsLargeAsAPageMayBeAndItsLinkLeadsToTheNext() throws Exception {
        HttpResponse<byte[]> page = get(HOUR, Map.of("Accept", "text/csv"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(page.headers().firstValue("Tributary-Complete")).contains("true");
        assertThat(page.headers().firstValue("Tributary-Gaps")).contains("0");
        List<Map<String, String>> events = Csv.read(text(page.body()));
        assertThat(events).hasSize(1_000);
        assertThat(events.get(0))
                .containsEntry("message", "'=HYPERLINK(\"x\"), 1199")
                .containsEntry("severity", "info");
        HttpResponse<byte[]> next = get(CsvWalk.next(page), Map.of());
        assertThat(Csv.read(text(next.body()))).hasSize(LOGS + 1 - 1_000);
        assertThat(next.headers().allValues("Link")).noneMatch(link -> link.contains("\"next\""));
    }

    @Test
    void gapsFailItUnlessTheyAreAllowedAndThenTheyAreCounted() throws Exception {
        simulator.fault(World.cluster(), Calls.all(), Fault.status(403, "X.1"));
        assertThat(get(HOUR + "&format=csv", Map.of()).statusCode()).isEqualTo(502);
        HttpResponse<byte[]> allowed = get(HOUR + "&format=csv&partial=allow&limit=10", Map.of());
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Tributary-Complete")).contains("false");
        assertThat(allowed.headers().firstValue("Tributary-Gaps")).contains("1");
        assertThat(get(CsvWalk.next(allowed), Map.of()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "ndjson"})
    void everyFormatIsCompressedForWhoAsksAndTheSame(String format) throws Exception {
        String path = HOUR + "&limit=700&order=asc&format=" + format;
        HttpResponse<byte[]> zipped = get(path, Map.of("Accept-Encoding", "gzip"));
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
        assertThat(firstHalf(unzipped)).isEqualTo(firstHalf(get(path, Map.of()).body()));
    }

    // What is behind it tells how long the answer took.
    private static String firstHalf(byte[] body) {
        String text = text(body);
        return text.substring(0, text.indexOf("i500"));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, Map<String, String> headers) throws Exception {
        return Http.get(url, path, headers);
    }
}
