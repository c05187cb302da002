package dev.tributary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures all parts, or those that are named, and tells. */
final class Bench {
    private static final Map<String, Part> PARTS = parts();

    private Bench() {}

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("cold", new Cold());
        parts.put("fanout", new Fanout());
        parts.put("warm", new Warm());
        parts.put("export", new Exports());
        parts.put("walk", new Walking());
        parts.put("memory", new Memory());
        parts.put("micro", new Micro());
        return parts;
    }

    /** @param names of parts; none for all, whose report is kept */
    public static void main(String[] names) throws IOException {
        List<String> asked = names.length == 0 ? List.copyOf(PARTS.keySet()) : List.of(names);
        if (!PARTS.keySet().containsAll(asked)) {
            System.err.println("There are: " + String.join(" ", PARTS.keySet()));
            System.exit(2);
        }
        List<Figure> figures = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        try (Stage stage = new Stage()) {
            for (String name : asked) {
                measured(name, stage).ifPresentOrElse(figures::addAll, () -> failed.add(name));
            }
        }
        String report = new Report(figures, failed).text();
        System.out.println(report);
        if (names.length == 0) {
            Files.writeString(Path.of("RESULTS.md"), report + Files.readString(Path.of("notes.md")));
        }
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** Empty if it failed: the others are measured all the same. */
    private static Optional<List<Figure>> measured(String name, Stage stage) {
        System.err.println("measuring " + name);
        try {
            return Optional.of(PARTS.get(name).measure(stage));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Optional.empty();
        }
    }
}
