package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.ChaosTable.Cell;
import dev.tributary.Walk.Missing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault, of every kind of source, once and for ever, at the start and in the middle of a walk: the other sources
 * are whole, what is missing is named exactly, and its link has it as soon as all is well. {@code docs/CHAOS.md} shows
 * what is seen; {@code -Dchaos.write=true} adds to it what is seen now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ChaosIT {
    private static final Path DOCUMENT = Path.of("docs", "CHAOS.md");
    private static final boolean IS_WRITTEN = Boolean.getBoolean("chaos.write");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /** A refused credential rests a minute. */
    private static final Duration REST = Duration.ofMinutes(1);

    @TempDir
    static Path directory;

    private static final int MOST_LATE = 2;

    /** What rests, and what its link must show then. */
    private final Map<ChaosScenario, Walk> resting = new LinkedHashMap<>();

    private ChaosTable table;
    private ChaosStage stage;
    private Api api;

    @BeforeAll
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void start() throws IOException {
        table = ChaosTable.read(DOCUMENT);
        stage = new ChaosStage(directory, ChaosScenario.all());
        stage.checkUnits(ChaosScenario.all());
        api = stage.api();
    }

    @AfterAll
    void stop() throws IOException {
        if (stage != null) {
            stage.close();
        }
        if (IS_WRITTEN && stage != null) {
            table.write(DOCUMENT);
        }
    }

    static Stream<ChaosScenario> scenarios() {
        return ChaosScenario.all().stream();
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aFaultIsMendedOrNamed(ChaosScenario scenario) {
        Walk walk = inTime(scenario);

        new Verdict(walk, scenario.truth().values(), scenario.truth().keySet()).holds("desc");
        assertTheOthersAreWhole(walk, scenario);
        assertAnsweredInTime(walk);
        assertThat(walk.missing())
                .extracting(Missing::source)
                .isSubsetOf(scenario.upstream().name());
        assertThat(walk.missing().isEmpty()).isEqualTo(scenario.isMended());
        walk.missing()
                .forEach(gap -> assertThat(gap.why())
                        .contains("\"type\":\"" + scenario.fault().type() + "\""));
        assertGapsHoldNothingThatWasDelivered(walk, scenario);
        assertIsAsTheTableSays(walk, scenario);
        if (scenario.fault().isOfCredentials() && !scenario.isMended()) {
            resting.put(scenario, walk);
        } else {
            assertTheLinksHaveTheRest(walk, scenario);
        }
    }

    @Order(2)
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aRefusedCredentialIsTriedAgainAfterItsRest() {
        assertThat(resting).isNotEmpty();
        resting.forEach((scenario, walk) -> {
            await().atMost(REST.multipliedBy(2)).until(() -> !source(scenario).has("credentialRestsUntil"));
            assertTheLinksHaveTheRest(walk, scenario);
        });
    }

    /** On a busy machine healing may come after the last attempt, and the fault was none of once: then it is played again. */
    private Walk inTime(ChaosScenario scenario) {
        Walk walk = walk(scenario);
        for (int late = 0; isHealedWhenSeen(scenario) && !walk.missing().isEmpty() && late < MOST_LATE; late++) {
            walk = walk(scenario);
        }
        return walk;
    }

    private static boolean isHealedWhenSeen(ChaosScenario scenario) {
        return scenario.isOnce() && scenario.fault().isBeforeRequests();
    }

    private Walk walk(ChaosScenario scenario) {
        JsonNode before = lastError(scenario);
        List<CompletableFuture<Void>> healing = new ArrayList<>();
        Walk walk = Walk.from(api, scenario.path(), scenario.page(), () -> {
            stage.begin(scenario);
            if (isHealedWhenSeen(scenario)) {
                healing.add(CompletableFuture.runAsync(() -> healWhenSeen(scenario, before)));
            }
        });
        healing.forEach(CompletableFuture::join);
        if (healing.isEmpty()) {
            stage.heal(scenario);
        }
        return walk;
    }

    private void healWhenSeen(ChaosScenario scenario, JsonNode before) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !lastError(scenario).equals(before));
        stage.heal(scenario);
    }

    private JsonNode lastError(ChaosScenario scenario) {
        return source(scenario).path("lastError");
    }

    private JsonNode source(ChaosScenario scenario) {
        return api.get("/sources").source(scenario.upstream().name());
    }

    private static void assertTheOthersAreWhole(Walk walk, ChaosScenario scenario) {
        scenario.beside()
                .forEach(healthy -> assertThat(walk.reportsOf(healthy.name()))
                        .allSatisfy(report ->
                                assertThat(report.path("status").asText()).isIn("complete", "more")));
    }

    private static void assertAnsweredInTime(Walk walk) {
        assertThat(walk.tookMs())
                .isNotEmpty()
                .allSatisfy(took -> assertThat(took).isLessThan(DEADLINE.toMillis()));
    }

    /** But for the millisecond in which the walk stood: more may have happened in it. */
    private static void assertGapsHoldNothingThatWasDelivered(Walk walk, ChaosScenario scenario) {
        Set<String> delivered = new HashSet<>(walk.markers());
        assertThat(scenario.truth().values())
                .filteredOn(happened -> delivered.contains(happened.marker()))
                .noneMatch(happened -> walk.missing().stream()
                        .anyMatch(gap -> gap.holds(happened)
                                && happened.time().isBefore(gap.to().minusMillis(1))));
    }

    private void assertIsAsTheTableSays(Walk walk, ChaosScenario scenario) {
        JsonNode met = walk.reportsOf(scenario.upstream().name()).get(scenario.page());
        int calls = met.path("upstreamCalls").asInt();
        String outcome =
                scenario.isMended() ? "whole" : met.path("error").path("type").asText();
        Cell seen = new Cell(outcome, calls, calls);
        if (IS_WRITTEN) {
            table.add(scenario, seen);
        }
        assertThat(table.cell(scenario))
                .as("in the table: %s", table.cell(scenario))
                .matches(cell -> cell.covers(seen));
    }

    private void assertTheLinksHaveTheRest(Walk walk, ChaosScenario scenario) {
        List<String> all = new ArrayList<>(walk.markers());
        walk.links().forEach(link -> {
            Walk rest = Walk.from(api, link);
            assertThat(rest.complete()).isTrue();
            all.addAll(rest.markers());
        });
        assertThat(all).containsExactlyInAnyOrderElementsOf(scenario.truth().keySet());
    }
}
