package dev.tributary.simulator.population;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.util.List;

record ListedPopulation(List<Row> rows, Duration longest) implements Population {
    ListedPopulation(List<Row> rows) {
        this(rows.stream().sorted(comparing(Row::time)).toList(), longest(rows));
    }

    private static Duration longest(List<Row> rows) {
        return rows.stream()
                .map(row -> Duration.between(row.begin(), row.time()))
                .max(naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public Row row(long index) {
        return rows.get(Math.toIntExact(index));
    }
}
