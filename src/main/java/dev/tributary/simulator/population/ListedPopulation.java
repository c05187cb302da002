package dev.tributary.simulator.population;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** @param rows by time */
record ListedPopulation(List<Listed> rows, Duration longest) implements Population {

    record Listed(Row row, long number, int place) {}

    private ListedPopulation(List<Listed> rows) {
        this(rows, longest(rows));
    }

    /** Rows in any order; the older get the lower numbers, those of one time as they stand. */
    static ListedPopulation of(List<Row> rows) {
        List<Integer> places = IntStream.range(0, rows.size())
                .boxed()
                .sorted(comparing(place -> rows.get(place).time()))
                .toList();
        return new ListedPopulation(IntStream.range(0, rows.size())
                .mapToObj(number -> new Listed(rows.get(places.get(number)), number, places.get(number)))
                .toList());
    }

    /** Rows in any order, which have numbers already. */
    static ListedPopulation ofStays(List<Stay> stays) {
        return new ListedPopulation(IntStream.range(0, stays.size())
                .mapToObj(place -> listed(stays.get(place), place))
                .sorted(comparing((Listed listed) -> listed.row().time()).thenComparing(Listed::number))
                .toList());
    }

    private static Listed listed(Stay stay, int place) {
        return new Listed(stay.row(), stay.number(), place);
    }

    private static Duration longest(List<Listed> rows) {
        return rows.stream()
                .map(Listed::row)
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
        return listed(index).row();
    }

    @Override
    public long numberOf(long index) {
        return listed(index).number();
    }

    @Override
    public OptionalLong indexOf(long number) {
        return LongStream.range(0, size())
                .filter(index -> numberOf(index) == number)
                .findFirst();
    }

    @Override
    public long placeOf(long index) {
        return listed(index).place();
    }

    private Listed listed(long index) {
        return rows.get(Math.toIntExact(index));
    }
}
