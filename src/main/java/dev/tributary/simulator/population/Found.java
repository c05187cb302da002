package dev.tributary.simulator.population;

import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Some rows of a population by their rank, which counts them by age from the oldest, 0 on. */
record Found(Population population, Indices indices) {
    static Found all(Population population) {
        return new Found(population, new Indices.Range(0, population.size()));
    }

    /** Those of a span of time. */
    Found between(Bounds.Span span) {
        return new Found(
                population, indices.between(population.firstAt(span.from()), population.firstAt(span.until())));
    }

    /** Those that match; looks at every one. */
    Found where(Predicate<Row> wanted) {
        return new Found(
                population,
                new Indices.Listed(LongStream.range(0, size())
                        .map(indices::at)
                        .filter(index -> wanted.test(population.row(index)))
                        .toArray()));
    }

    long size() {
        return indices.size();
    }

    Row rowAt(long rank) {
        return population.row(indices.at(rank));
    }

    /** Epoch milliseconds. */
    long timeAt(long rank) {
        return population.timeOf(indices.at(rank));
    }

    long numberAt(long rank) {
        return population.numberOf(indices.at(rank));
    }

    long placeAt(long rank) {
        return population.placeOf(indices.at(rank));
    }

    /** The rank of the first row at or after the instant, {@link #size} if there is none. */
    long firstAt(long epochMillis) {
        return indices.below(population.firstAt(epochMillis));
    }

    /** The rank of the row of that number, if it was found. */
    OptionalLong rankOf(long number) {
        OptionalLong index = population.indexOf(number);
        return index.isEmpty() ? index : indices.rankOf(index.getAsLong());
    }
}
