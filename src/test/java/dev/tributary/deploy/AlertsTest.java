package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts are raised when they should be, say what to do, and ask for metrics that there are, as the dashboard does. */
class AlertsTest {
    private static final Path MONITORING = Manifests.ROOT.resolve("components/monitoring");
    private static final Path STORIES = Path.of("src/test/resources/alerts/stories.yaml");
    private static final Pattern METRIC = Pattern.compile("tributary_[a-z_]+");

    private static final Set<String> METRICS = Set.of(
            "tributary_buffered_bytes",
            "tributary_buffered_bytes_max",
            "tributary_cache_hits_total",
            "tributary_circuit_state",
            "tributary_credential_resting",
            "tributary_gaps_total",
            "tributary_newest_event_age_seconds",
            "tributary_pace_wait_seconds_count",
            "tributary_pace_wait_seconds_sum",
            "tributary_queries_running",
            "tributary_queries_total",
            "tributary_queries_waiting",
            "tributary_query_seconds_bucket",
            "tributary_slices_reread_total",
            "tributary_unreadable_records_total",
            "tributary_upstream_call_seconds_bucket",
            "tributary_upstream_calls_total",
            "tributary_upstream_retries_total");

    @TempDir
    Path directory;

    @Test
    void theRulesAreWellFormed() throws Exception {
        Tool.PROMTOOL.run("check", "rules", rules().toString());
    }

    @Test
    void everyStoryRaisesItsAlertsAndNoOthers() throws Exception {
        rules();
        Tool.PROMTOOL.run(
                "test",
                "rules",
                Files.copy(STORIES, directory.resolve("stories.yaml")).toString());
    }

    // Prometheus' own file, without what Kubernetes puts around it.
    private Path rules() throws IOException {
        return Files.writeString(directory.resolve("rules.yaml"), new YAMLMapper().writeValueAsString(rule().spec()));
    }

    @Test
    void everyAlertHasAStory() throws IOException {
        String stories = Files.readString(STORIES);
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(stories).contains("\"" + name(alert) + "\""));
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatToDo() throws IOException {
        String runbook = Files.readString(Path.of("docs/ALERTS.md"));
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/action").asText())
                    .endsWith("; docs/ALERTS.md#" + name(alert).toLowerCase(Locale.ROOT));
            assertThat(runbook).contains("\n## " + name(alert) + "\n");
        });
    }

    @Test
    void theRunbookHasNoAlertThatIsGone() throws IOException {
        List<String> described = Pattern.compile("(?m)^## (\\w+)$")
                .matcher(Files.readString(Path.of("docs/ALERTS.md")))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(described)
                .containsExactlyElementsOf(
                        alerts().stream().map(AlertsTest::name).toList());
    }

    @Test
    void alertsAndDashboardAskForMetricsThatThereAre() throws IOException {
        assertThat(metricsIn("prometheusrule.yaml")).isNotEmpty().isSubsetOf(METRICS);
        assertThat(metricsIn("dashboard.json")).isNotEmpty().isSubsetOf(METRICS);
    }

    @Test
    void theDashboardIsReadable() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        assertThat(dashboard.path("panels"))
                .isNotEmpty()
                .allMatch(panel -> panel.at("/targets/0/expr").isTextual());
    }

    private static Set<String> metricsIn(String file) throws IOException {
        return METRIC.matcher(Files.readString(MONITORING.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PrometheusRule rule() throws IOException {
        return Manifests.of(Files.readString(MONITORING.resolve("prometheusrule.yaml")))
                .only(PrometheusRule.class);
    }

    private static List<JsonNode> alerts() throws IOException {
        return rule().spec().path("groups").path(0).path("rules").valueStream().toList();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
