package dev.tributary.simulator.population;

import java.util.function.LongFunction;

record ComputedPopulation(long size, LongFunction<Row> rows) implements Population {
    @Override
    public Row row(long index) {
        return rows.apply(index);
    }
}
