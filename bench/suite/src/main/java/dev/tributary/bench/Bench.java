package dev.tributary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        try (Stage stage = new Stage()) {
            asked.forEach(name -> figures.addAll(measured(name, stage)));
        }
        String report = new Report(figures).text();
        System.out.println(report);
        if (names.length == 0) {
            Files.writeString(Path.of("RESULTS.md"), report + Files.readString(Path.of("notes.md")));
        }
    }

    private static List<Figure> measured(String name, Stage stage) {
        System.err.println("measuring " + name);
        return PARTS.get(name).measure(stage);
    }
}
