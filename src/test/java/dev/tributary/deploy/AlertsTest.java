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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts are raised when they should be, say what to do, and ask for metrics that there are, as the dashboard does. */
class AlertsTest {
    private static final Path MONITORING = Manifests.ROOT.resolve("components/monitoring");
    private static final Path STORIES = Path.of("src/test/resources/alerts/stories.yaml");
    private static final Pattern METRIC = Pattern.compile("tributary_[a-z_]+");

    /** A row of the table of metrics: name and type. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(tributary_[a-z_]+)` \\| (\\w+) \\|");

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
        assertThat(metricsIn("prometheusrule.yaml")).isNotEmpty().isSubsetOf(series());
        assertThat(metricsIn("dashboard.json")).isNotEmpty().isSubsetOf(series());
    }

    @Test
    void theDashboardIsReadable() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        assertThat(dashboard.path("panels"))
                .isNotEmpty()
                .allMatch(panel -> panel.at("/targets/0/expr").isTextual());
    }

    /** Of the table that MetricsTableTest holds against what the service has. */
    private static Set<String> series() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/METRICS.md")))
                .results()
                .flatMap(row -> seriesOf(row.group(1), row.group(2)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> seriesOf(String name, String type) {
        return switch (type) {
            case "histogram" -> Stream.of(name + "_bucket", name + "_count", name + "_sum");
            case "summary" -> Stream.of(name + "_count", name + "_sum");
            default -> Stream.of(name);
        };
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
