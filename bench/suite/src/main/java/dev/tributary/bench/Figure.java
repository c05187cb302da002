package dev.tributary.bench;

import java.util.Locale;

/**
 * A line of the report.
 *
 * @param goal empty for a figure that is only told
 * @param unit behind the figure; empty for a ratio
 * @param note how it came about
 */
record Figure(String what, String goal, Series runs, String unit, String note) {
    private static final String AT_MOST = "≤ ";
    private static final String AT_LEAST = "≥ ";

    static Figure told(String what, Series runs, String unit, String note) {
        return new Figure(what, "", runs, unit, note);
    }

    static Figure atMost(double bound, String what, Series runs, String unit, String note) {
        return new Figure(what, AT_MOST + text(bound), runs, unit, note);
    }

    static Figure atLeast(double bound, String what, Series runs, String note) {
        return new Figure(what, AT_LEAST + text(bound), runs, "", note);
    }

    boolean hasGoal() {
        return !goal.isEmpty();
    }

    private boolean isReached() {
        double bound = Double.parseDouble(goal.substring(AT_MOST.length()));
        return goal.startsWith(AT_MOST) ? runs.median() <= bound : runs.median() >= bound;
    }

    /** As a line of a Markdown table, with the goal if there is one. */
    String line() {
        String judged = hasGoal() ? " " + goal + withUnit() + " |" : "";
        String verdict = hasGoal() ? (isReached() ? " yes |" : " **no** |") : "";
        String spread = runs.size() > 1 ? text(runs.least()) + " to " + text(runs.most()) : "one run";
        return "| " + what + " |" + judged + " " + text(runs.median()) + withUnit() + " | " + spread + " |" + verdict
                + " " + note + " |";
    }

    private String withUnit() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** Three digits that count; whole numbers from a hundred on. */
    private static String text(double value) {
        int decimals = value == Math.rint(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
