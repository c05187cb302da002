package dev.tributary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CSV as RFC 4180 has it. */
final class Csv {
    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

    private Csv() {}

    /** The lines below the header, each by the names in it. */
    static List<Map<String, String>> read(String text) {
        List<List<String>> lines = lines(text);
        return lines.stream().skip(1).map(line -> named(lines.get(0), line)).toList();
    }

    static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int end = 0;
        for (Matcher cell = CELL.matcher(text); end < text.length() && cell.find(); end = cell.end()) {
            line.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            if (!cell.group(3).equals(",")) {
                lines.add(line);
                line = new ArrayList<>();
            }
        }
        if (end < text.length()) {
            throw new AssertionError(
                    "no CSV at " + end + ": " + text.substring(end, Math.min(end + 100, text.length())));
        }
        return lines;
    }

    private static Map<String, String> named(List<String> names, List<String> cells) {
        if (names.size() != cells.size()) {
            throw new AssertionError(cells + " do not fit " + names);
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), cells.get(i));
        }
        return named;
    }
}
