package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Prometheus reads at one moment: each series by its name with its labels sorted, and the type of each name. */
record Scrape(Map<String, Double> values, Map<String, String> types) {
    private static final Map<String, String> AS_TEXT = Map.of("Accept", "text/plain;version=0.0.4");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** @param management its address */
    static Scrape of(String management) {
        List<String> lines = text(management).lines().toList();
        return new Scrape(
                matching(SAMPLE, lines).collect(toMap(Scrape::series, line -> Double.parseDouble(line.group(3)))),
                matching(TYPE, lines).collect(toMap(line -> line.group(1), line -> line.group(2))));
    }

    private static String text(String management) {
        try {
            return new String(Http.get(management, "/q/metrics", AS_TEXT).body(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<MatchResult> matching(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).map(Matcher::toMatchResult);
    }

    private static String series(MatchResult sample) {
        return series(sample.group(1), sample.group(2) == null ? "" : sample.group(2));
    }

    private static String series(String name, String labels) {
        Set<String> sorted = new TreeSet<>();
        LABEL.matcher(labels).results().forEach(label -> sorted.add(label.group()));
        return name + sorted;
    }

    /** @param series as PromQL writes it: {@code name{label="value"}} */
    boolean has(String series) {
        return values.containsKey(key(series));
    }

    /** @param series as PromQL writes it */
    double value(String series) {
        Double value = values.get(key(series));
        if (value == null) {
            throw new AssertionError("no series " + series);
        }
        return value;
    }

    private static String key(String series) {
        int labels = series.indexOf('{');
        return labels < 0 ? series(series, "") : series(series.substring(0, labels), series.substring(labels));
    }

    /** All that are ours. */
    Set<String> series() {
        return values.keySet().stream()
                .filter(series -> series.startsWith("tributary_"))
                .collect(toSet());
    }

    /** The names of all labels that series of this name have. */
    Set<String> labels(String name) {
        return values.keySet().stream()
                .filter(series -> series.startsWith(name + "["))
                .flatMap(series -> LABEL.matcher(series).results())
                .map(label -> label.group(1))
                .collect(toSet());
    }
}
