package dev.tributary.upstream.slice;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long the next slice should be to hold as many rows as fit, by what the reading has seen so far. */
final class SliceLength {
    /** A slice with few rows says little about the next one. */
    private static final int FASTEST_GROWTH = 8;
    /** Estimates that differ by less than this factor differ by chance: their mean is better than the newest. */
    private static final double STEADY = 1.6;
    /** So that rounding to a tenth does not lengthen it again. */
    private static final double ROUNDED_DOWN = 0.95;
    /** Whatever an answer shows, the next try is shorter than the last one. */
    private static final double SHRUNK = 0.8;

    private final EventOrder order;
    /** The first slice is rounded outward: rows in front of the window say nothing about those in it. */
    private final Instant edge;

    private final double longest;
    private double millis;
    private Hints hints;

    /** Begins with what an earlier page has learnt, else with the window itself. */
    SliceLength(ReadRequest request) {
        this.order = request.order();
        this.edge = request.window().near(order);
        this.longest = request.window().length().toMillis();
        this.hints = request.hints();
        this.millis = hints.isEmpty()
                ? longest
                : Math.max(1, Math.min(longest, hints.numbers().get(0)));
    }

    /** 1 or more. */
    long millis() {
        return (long) millis;
    }

    /** For the walk's next page: what was learnt, if anything. */
    Hints hints() {
        return hints;
    }

    /** What lies ahead is probably as dense as what was just read. */
    void learn(Slice.Proven read, double rowsWished) {
        double rows = Math.max((double) read.rows(), rowsWished / FASTEST_GROWTH);
        double estimate = millis(read.window().length()) * rowsWished / rows;
        boolean isSteady = estimate > millis / STEADY && estimate < millis * STEADY;
        set(isSteady ? (millis + estimate) / 2 : estimate);
    }

    /** Shorter, by the rows that an answer showed although it could not show all. */
    void learn(Window slice, Slice.TooMany answer, double rowsWished) {
        double fit = ROUNDED_DOWN * distanceOf(rowsWished, slice, answer);
        set(Math.min(fit, SHRUNK * millis(slice.length())));
    }

    private void set(double wished) {
        millis = Math.max(1, Math.min(longest, wished));
        hints = new Hints(List.of(millis()));
    }

    private double distanceOf(double rows, Window slice, Slice.TooMany answer) {
        List<Double> shown = distances(slice, answer);
        List<Double> sorted = shown.stream().sorted().toList();
        double all = (double) answer.rows() - (answer.shown().size() - shown.size());
        if (sorted.isEmpty()) {
            return millis(slice.length()) * rows / all;
        }
        if (sorted.equals(shown)) { // told in our order: these are the very next rows
            return distanceOf(rows, sorted);
        }
        if (sorted.equals(reversed(shown))) { // the last rows: between us and them lie the others
            double others = Math.max(0, all - sorted.size());
            return others < rows ? distanceOf(rows - others, sorted) : sorted.get(0) * rows / others;
        }
        return distanceOf(rows * sorted.size() / all, sorted); // in no order: a sample
    }

    private List<Double> distances(Window slice, Slice.TooMany answer) {
        Instant near = order.compareTimes(slice.near(order), edge) < 0 ? edge : slice.near(order);
        return answer.shown().stream()
                .filter(time -> order.compareTimes(time, near) >= 0)
                .map(time -> millis(Duration.between(near, time).abs()))
                .toList();
    }

    private static double distanceOf(double row, List<Double> sorted) {
        return sorted.get((int) Math.max(0, Math.min(sorted.size(), row) - 1));
    }

    private static List<Double> reversed(List<Double> list) {
        List<Double> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static double millis(Duration duration) {
        return duration.toMillis();
    }
}
