package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.PROJECT;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of faults as people write it: over HTTP, at the simulator's own port. */
class ControlTest {
    private static final String FAULTS = "/_simulator/faults";
    private static final String REQUESTS = "/_simulator/requests";
    private static final int BROKEN = -1;

    @RegisterExtension
    final Running running = new Running();

    @BeforeEach
    void someImages() {
        running.simulator().plays(IMAGES, imagesUntilNoon(10));
    }

    @Test
    void theScriptTellsItsLinesAndWhatTheyDid() {
        assertThat(post("{'target': 'image-log', 'calls': '2-', 'fault': '503'}")
                        .status())
                .isEqualTo(201);
        post("{'target': '*', 'fault': 'html'}");
        running.simulator().fault(IMAGES, Calls.all(), Fault.hang());

        assertThat(statuses(3)).containsExactly(200, 503, 503);

        JsonNode lines = running.caller().get(FAULTS).json().path("faults");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).toString())
                .isEqualTo("{'target':'image-log','calls':'2-','fault':'503','seen':3,'befell':2}".replace('\'', '"'));
        assertThat(lines.get(1).path("befell").asInt()).isEqualTo(1);
        assertThat(lines.get(2).path("befell").asInt()).isZero();
    }

    @Test
    void deletingTheScriptHealsEverything() {
        post("{'target': '*', 'fault': 'reset'}");
        assertThat(statuses(1)).containsExactly(BROKEN);

        assertThat(running.caller().delete(FAULTS).json().path("faults")).isEmpty();

        assertThat(statuses(1)).containsExactly(200);
    }

    @ParameterizedTest
    @CsvSource({
        "*, 503",
        "image-log, 503",
        "image-log/" + PROJECT + ", 503",
        "image-log/*, 503",
        "*/" + PROJECT + ", 503",
        "image-log/another, 200",
        "image-log/*/more, 200",
        "image, 400",
        "cluster-event, 200"
    })
    void aTargetIsAPlaceAndAllBelowIt(String target, int status) {
        Answer posted = post("{'target': '" + target + "', 'fault': '503'}");

        assertThat(posted.status() == 400 ? 400 : get().status()).isEqualTo(status);
    }

    @Test
    void theListsOfARegistryAreDifferentPlaces() {
        post("{'target': 'registry-audit/*/*/pull', 'fault': '503'}");

        assertThat(statusOf("pull")).isEqualTo(503);
        assertThat(statusOf("create")).isNotEqualTo(503);
    }

    private int statusOf(String operation) {
        return running.caller()
                .get("/v2/" + PROJECT + "/instances/one/audit-logs?operation=" + operation)
                .status();
    }

    @Test
    void aSpanOfTimeBeginsWhenItsLineIsWritten() {
        post("{'target': 'image-log', 'after': '10s', 'for': '500ms', 'fault': '503'}");
        assertThat(statuses(1)).containsExactly(200);
        running.clock.advance(Duration.ofSeconds(10));
        assertThat(statuses(2)).containsExactly(503, 503);
        running.clock.advance(Duration.ofMillis(500));
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void chanceBefallsItsPartOfTheCallsAndTheSameOnesForTheSameSeed() {
        List<Integer> once = drawn(0.3, 1);

        assertThat(once.stream().filter(status -> status == 503).count()).isBetween(40L, 80L);
        assertThat(drawn(0.3, 1)).isEqualTo(once);
        assertThat(drawn(0.3, 2)).isNotEqualTo(once);
        assertThat(drawn(0, 1)).containsOnly(200);
        assertThat(drawn(1, 1)).containsOnly(503);
    }

    private List<Integer> drawn(double probability, long seed) {
        running.simulator().heals();
        post("{'target': '*', 'probability': " + probability + ", 'seed': " + seed + ", 'fault': '503'}");
        return statuses(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "target      | {'fault': '503'}",
                "target      | {'target': 'imagelog', 'fault': '503'}",
                "fault       | {'target': '*'}",
                "fault       | {'target': '*', 'fault': 'flood'}",
                "fault       | {'target': '*', 'fault': '200'}",
                "fault       | {'target': '*', 'fault': {'name': 'html'}}",
                "calls       | {'target': '*', 'fault': 'html', 'calls': '5-a'}",
                "after       | {'target': '*', 'fault': 'html', 'after': '1h'}",
                "for         | {'target': '*', 'fault': 'html', 'for': 10}",
                "probability | {'target': '*', 'fault': 'html', 'probability': 1.5}",
                "probability | {'target': '*', 'fault': 'html', 'probability': -1}",
                "seed        | {'target': '*', 'fault': 'html', 'seed': 'one'}",
                "bytes       | {'target': '*', 'fault': 'huge-body', 'bytes': 0}",
                "bytes       | {'target': '*', 'fault': 'html', 'bytes': 10}",
                "retryAfter  | {'target': '*', 'fault': 'reset', 'retryAfter': '1s'}",
                "pause       | {'target': '*', 'fault': 'slow-bytes', 'pause': null}",
                "\"\"        | {'target': '*', 'fault': 'html'",
                "\"\"        | ['target']",
                "\"\"        | \"\""
            })
    void whatCannotBeALineIsRefusedByTheNameOfItsField(String field, String body) {
        Answer refused = post(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(running.caller().get(FAULTS).json().path("faults")).isEmpty();
    }

    @Test
    void callsAreCountedByPlaceUntilTheyAreCountedAnew() {
        statuses(2);
        running.caller().get("/v5/" + PROJECT + "/container/kubernetes/cluster/events?cluster_id=c");
        running.caller().get("/nowhere");
        running.caller().get(FAULTS);

        assertThat(counts())
                .isEqualTo(Map.of("image-log/" + PROJECT, 2L, "cluster-event/" + PROJECT + "/c", 1L, "unknown", 1L));
        assertThat(running.caller().delete(REQUESTS).json()).isEmpty();
        assertThat(counts()).isEmpty();
    }

    @Test
    void theWayToTheScriptIsNeverBarred() {
        post("{'target': '*', 'fault': 'reset'}");

        assertThat(running.caller().get(FAULTS, Map.of()).status()).isEqualTo(200);
        assertThat(running.caller().get("/_simulator/nothing").status()).isEqualTo(404);
        assertThat(running.simulator().requests().all()).isEmpty();
    }

    private Map<String, Long> counts() {
        JsonNode counts = running.caller().get(REQUESTS).json();
        return counts.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().asLong()));
    }

    private Answer post(String body) {
        return running.caller().post(FAULTS, body.replace('\'', '"'));
    }

    private List<Integer> statuses(int calls) {
        return Stream.generate(this::statusOrBroken).limit(calls).toList();
    }

    private int statusOrBroken() {
        try {
            return get().status();
        } catch (UncheckedIOException e) {
            return BROKEN;
        }
    }

    private Answer get() {
        return running.caller().get(imagePath("?limit=10"));
    }
}
