package dev.tributary;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line a request for events, once its answer has ended. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallersProfile.class)
class AccessLogTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;
    private static final Pattern FIELD = Pattern.compile("(?:^| )(\\w+)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^ \"]+)");

    private final LogLines log = LogLines.of("tributary.access");
    private Api all;

    @BeforeEach
    void listen() {
        all = api.withToken(CallersProfile.ALL);
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM.plusSeconds(1))));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(World.FROM.plusSeconds(2))));
    }

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void pageIsTold() {
        all.get(HOUR + "&source=images&source=prod-cluster");

        assertThat(line())
                .containsEntry("caller", "all")
                .containsEntry("method", "GET")
                .containsEntry("status", "200")
                .containsEntry("format", "json")
                .containsEntry("sources", "2")
                .containsEntry("complete", "2")
                .containsEntry("partial", "0")
                .containsEntry("failed", "0")
                .containsEntry("events", "2")
                .containsEntry("gaps", "0")
                .containsEntry(
                        "upstreamCalls",
                        Integer.toString(simulator.requests().all().size()))
                .containsEntry("outcome", "complete")
                .containsEntry(
                        "query",
                        "\"from=2026-01-10T10%3A00%3A00Z&source=images&source=prod-cluster&to=2026-01-10T11%3A00%3A00Z\"");
    }

    @Test
    void exportIsToldWhenItHasEnded() {
        all.text(HOUR + "&source=images&format=ndjson");

        assertThat(line())
                .containsEntry("format", "ndjson")
                .containsEntry("events", "1")
                .containsEntry("outcome", "complete");
    }

    @Test
    void exportWhoseClientGoesIsToldAsCut() {
        simulator.plays(
                World.images(),
                Population.computed(
                        200_000,
                        i -> Row.imageLog(World.FROM.plusMillis(18 * i)).with("event_id", "i" + i)));

        all.breakOff(HOUR + "&source=images&format=ndjson", 10);

        Map<String, String> line = line();
        assertThat(line).containsEntry("outcome", "cut").containsEntry("status", "200");
        assertThat(Integer.parseInt(line.get("events"))).isPositive();
    }

    @Test
    void gapsAndRefusalsAreTold() {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));

        all.getAnew(HOUR + "&source=images&source=prod-cluster");
        assertThat(line())
                .containsEntry("sources", "2")
                .containsEntry("failed", "1")
                .containsEntry("gaps", "1")
                .containsEntry("outcome", "partial");

        all.getAnew(HOUR + "&source=images");
        assertThat(line()).containsEntry("status", "502").containsEntry("outcome", "failed");
    }

    @Test
    void whoeverIsRefusedIsToldToo() {
        api.get("/events?source=images");
        assertThat(line())
                .containsEntry("caller", "-")
                .containsEntry("status", "401")
                .containsEntry("outcome", "unauthorized");

        all.get("/events?limit=0");
        assertThat(line())
                .containsEntry("caller", "all")
                .containsEntry("status", "400")
                .containsEntry("outcome", "rejected");
    }

    @Test
    void nobodyForgesALineOrHidesASecretInIt() {
        all.get("/events?q=x%0D%0Acaller%3Droot%20status%3D200%22%E2%80%A8&a%22b=c%22d&access_token="
                + CallersProfile.ALL + "&curs%6Fr=AwIEZnJvbQ");

        String text = text();
        assertThat(text).matches("[ -~]+").doesNotContain(CallersProfile.ALL, "AwIEZnJvbQ");
        assertThat(fields(text))
                .containsEntry("caller", "all")
                .containsEntry(
                        "query", "\"a%22b=*&access_token=*&cursor=*&q=x%0D%0Acaller%3Droot+status%3D200%22%E2%80%A8\"");
    }

    @Test
    void longQueryIsCut() {
        all.get("/events?q=" + "x".repeat(5_000));

        assertThat(line().get("query")).hasSizeLessThan(520).endsWith("...\"");
    }

    @Test
    void nothingElseIsTold() {
        all.get("/sources");
        all.text("/openapi");
        all.get("/events?limit=0");

        assertThat(line()).containsEntry("status", "400");
    }

    private Map<String, String> line() {
        return fields(text());
    }

    /** The only one since the last was taken; it is written after its client has the answer. */
    private String text() {
        await().until(() -> !log.all().isEmpty());
        assertThat(log.all()).hasSize(1);
        return log.all().remove(0).getMessage();
    }

    private static Map<String, String> fields(String line) {
        return FIELD.matcher(line)
                .results()
                .collect(toMap((MatchResult field) -> field.group(1), field -> field.group(2)));
    }
}
