package dev.tributary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a document: one a kind, a line a fault, a column for how long it lasts and when it begins. */
final class ChaosTable {
    private final List<String> introduction;
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    private ChaosTable(List<String> introduction) {
        this.introduction = introduction;
    }

    /**
     * What was to be seen of a fault.
     *
     * @param outcome {@code whole}, or the type of the error that named it
     * @param least upstream calls in the answer that met it, retries included
     * @param most the same: how calls interleave makes a difference
     */
    record Cell(String outcome, int least, int most) {
        private static final Pattern TEXT = Pattern.compile("(?<outcome>[a-z-]+), (?<least>\\d+)(–(?<most>\\d+))?");

        static Cell parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no cell of the table: " + text);
            }
            int least = Integer.parseInt(matcher.group("least"));
            String most = matcher.group("most");
            return new Cell(matcher.group("outcome"), least, most == null ? least : Integer.parseInt(most));
        }

        boolean covers(Cell seen) {
            return outcome.equals(seen.outcome) && least <= seen.least && seen.most <= most;
        }

        Cell and(Cell seen) {
            return outcome.equals(seen.outcome)
                    ? new Cell(outcome, Math.min(least, seen.least), Math.max(most, seen.most))
                    : seen;
        }

        @Override
        public String toString() {
            return outcome + ", " + least + (most > least ? "–" + most : "");
        }
    }

    static ChaosTable read(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        int tables =
                (int) lines.stream().takeWhile(line -> !line.startsWith("## ")).count();
        ChaosTable table = new ChaosTable(lines.subList(0, tables));
        String kind = "";
        for (String line : lines.subList(tables, lines.size())) {
            kind = line.startsWith("## ") ? line.substring(3) : kind;
            table.readRow(kind, line);
        }
        return table;
    }

    private void readRow(String kind, String line) {
        List<String> fields = List.of(line.split("\\s*\\|\\s*", -1));
        for (int column = 0; column < columns().size() && isRow(fields); column++) {
            cells.put(key(kind, fields.get(1), columns().get(column)), Cell.parse(fields.get(column + 2)));
        }
    }

    private static boolean isRow(List<String> fields) {
        return fields.size() > 1
                && List.of(ChaosFault.values()).stream()
                        .anyMatch(fault -> fault.label().equals(fields.get(1)));
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (ChaosScenario.Span span : ChaosScenario.Span.values()) {
            for (ChaosScenario.Moment moment : ChaosScenario.Moment.values()) {
                columns.add(ChaosScenario.column(span, moment));
            }
        }
        return columns;
    }

    private static String key(String kind, String label, String column) {
        return String.join("|", kind, label, column);
    }

    private static String key(ChaosScenario scenario) {
        return key(scenario.upstream().kind(), scenario.fault().label(), scenario.column());
    }

    Cell cell(ChaosScenario scenario) {
        return cells.getOrDefault(key(scenario), new Cell("not in the table", 0, 0));
    }

    /** What was seen is added to what has been seen before. */
    void add(ChaosScenario scenario, Cell seen) {
        cells.merge(key(scenario), seen, Cell::and);
    }

    void write(Path document) throws IOException {
        List<String> lines = new ArrayList<>(introduction);
        for (Upstream.Api api : Upstream.Api.values()) {
            String kind = new Upstream(api, 0).kind();
            lines.addAll(List.of("## " + kind, "", "| fault | " + String.join(" | ", columns()) + " |"));
            lines.add("| --- " + "| --- ".repeat(columns().size()) + "|");
            for (ChaosFault fault : ChaosFault.values()) {
                lines.add(row(kind, fault));
            }
            lines.add("");
        }
        Files.write(document, lines.subList(0, lines.size() - 1));
    }

    private String row(String kind, ChaosFault fault) {
        StringBuilder row = new StringBuilder("| " + fault.label() + " |");
        columns()
                .forEach(column -> row.append(' ')
                        .append(cells.get(key(kind, fault.label(), column)))
                        .append(" |"));
        return row.toString();
    }
}
