package dev.tributary.simulator.population;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Changes that follow from a seed and the number of the call, whoever calls. Rows arrive before all others.
 *
 * @param chances how probable it is that something happens before a call, 0 to 1; what is not named never does
 * @param most so many rows arrive or go at once at most, 1 or more
 * @param reach the time of a row that arrives is at most this far from the newest there is
 */
public record RandomMoves(long seed, Map<Happening, Double> chances, int most, Duration reach, Maker maker)
        implements Moves {

    /** Makes the rows that arrive. */
    @FunctionalInterface
    public interface Maker {
        /** @param number 1,048,576 or more, different in every call and for every row */
        Row row(long number, Instant time);
    }

    public RandomMoves {
        chances = Map.copyOf(chances);
    }

    /** Nothing happens yet; up to three rows at once, up to a minute from the newest. */
    public static RandomMoves of(long seed, Maker maker) {
        return new RandomMoves(seed, Map.of(), 3, Duration.ofMinutes(1), maker);
    }

    public RandomMoves with(Happening happening, double chance) {
        Map<Happening, Double> more = new EnumMap<>(Happening.class);
        more.putAll(chances);
        more.put(happening, chance);
        return new RandomMoves(seed, more, most, reach, maker);
    }

    public RandomMoves withAtMost(int rows) {
        return new RandomMoves(seed, chances, rows, reach, maker);
    }

    public RandomMoves within(Duration other) {
        return new RandomMoves(seed, chances, most, other, maker);
    }

    @Override
    public List<Move> before(long call, List<Row> rows, Instant now) {
        return Stream.of(Happening.values())
                .flatMap(happening -> new Draw(this, happening, call, rows, now).moves())
                .toList();
    }
}
