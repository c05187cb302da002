package dev.tributary.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/** What the same measurement gave, run by run. */
final class Series {
    private final List<Double> runs = new ArrayList<>();

    static Series of(double... runs) {
        Series series = new Series();
        DoubleStream.of(runs).forEach(series::add);
        return series;
    }

    Series add(double run) {
        runs.add(run);
        return this;
    }

    /** Run by run: both were measured one right after the other. */
    Series dividedBy(Series other) {
        return with(other, (mine, its) -> mine / its);
    }

    private Series with(Series other, DoubleBinaryOperator operator) {
        Series result = new Series();
        for (int run = 0; run < runs.size(); run++) {
            result.add(operator.applyAsDouble(runs.get(run), other.runs.get(run)));
        }
        return result;
    }

    int size() {
        return runs.size();
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted()[0];
    }

    double most() {
        return sorted()[runs.size() - 1];
    }

    private double[] sorted() {
        return runs.stream().mapToDouble(run -> run).sorted().toArray();
    }
}
