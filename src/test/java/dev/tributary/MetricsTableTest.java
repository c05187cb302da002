package dev.tributary;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/METRICS.md} names every metric of ours, by its type and its labels, and no other. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class MetricsTableTest extends FrontDoorTest {
    private static final Pattern ROW = Pattern.compile("\\| `(tributary_\\w+)` \\| (\\w+) \\| ([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Test
    void tableAndServiceNameTheSameMetrics() throws IOException {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
        api.get("/events?source=images&from=" + World.FROM + "&to=" + World.TO); // the age of an event begins with one

        assertThat(exposed()).isEqualTo(documented());
    }

    private static Map<String, Metric> documented() throws IOException {
        String page = Files.readString(Path.of("docs/METRICS.md"));
        return ROW.matcher(page).results().collect(toMap(row -> row.group(1), Metric::documented));
    }

    private Map<String, Metric> exposed() {
        Scrape scrape = Scrape.of(management);
        Map<String, Metric> metrics = new TreeMap<>();
        scrape.types().forEach((name, type) -> metrics.put(name, Metric.exposed(scrape, name, type)));
        metrics.keySet().removeIf(name -> !name.startsWith("tributary_") || isMaximumOfAnother(name, metrics));
        return metrics;
    }

    /** Micrometer adds them. */
    private static boolean isMaximumOfAnother(String name, Map<String, Metric> metrics) {
        Metric other = metrics.get(name.replaceFirst("_max$", ""));
        return name.endsWith("_seconds_max") && other != null;
    }

    private record Metric(String type, Set<String> labels) {
        static Metric documented(MatchResult row) {
            Set<String> labels = new TreeSet<>();
            LABEL.matcher(row.group(3)).results().forEach(label -> labels.add(label.group(1)));
            return new Metric(row.group(2), labels);
        }

        static Metric exposed(Scrape scrape, String name, String type) {
            boolean isPlain = type.equals("counter") || type.equals("gauge");
            return new Metric(type, new TreeSet<>(scrape.labels(isPlain ? name : name + "_count")));
        }
    }
}
