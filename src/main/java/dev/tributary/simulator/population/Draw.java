package dev.tributary.simulator.population;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that is drawn for one happening before one call. */
record Draw(RandomMoves dice, Happening happening, long call, List<Row> rows, Instant now) {
    private static final int COUNT = 1;
    private static final int CHOICE = 2;
    private static final int TIMES = 3;

    Stream<Move> moves() {
        double chance = dice.chances().getOrDefault(happening, 0.0);
        return Scramble.happens(chance, dice.seed(), call, happening.salt()) ? drawn() : Stream.empty();
    }

    private Stream<Move> drawn() {
        return switch (happening) {
            case PUSH, LATE -> Stream.of(Move.push(arrivals()));
            case TWIN -> any().map(Move::twin);
            case PURGE_ANY -> any().map(Move::purge);
            case PURGE_OLDEST -> Stream.of(Move.purgeOldest(count()));
        };
    }

    private Row[] arrivals() {
        Instant newest = newest();
        return IntStream.range(0, count())
                .mapToObj(index -> dice.maker().row(number(index), time(newest, index)))
                .toArray(Row[]::new);
    }

    private Instant time(Instant newest, int index) {
        Duration away = Duration.ofMillis(below(Math.toIntExact(dice.reach().toMillis()) + 1, TIMES + index));
        return happening == Happening.LATE ? newest.minus(away) : earlier(newest.plus(away), now);
    }

    /** Of the rows that have their time behind them: one pushed after a row of the future would not be seen. */
    private Instant newest() {
        return rows.stream()
                .map(Row::time)
                .filter(time -> !time.isAfter(now))
                .reduce((older, newer) -> newer)
                .orElse(now);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Stream<Row> any() {
        return rows.isEmpty() ? Stream.empty() : Stream.of(rows.get(below(rows.size(), CHOICE)));
    }

    private int count() {
        return 1 + below(dice.most(), COUNT);
    }

    private long number(int index) {
        return call << 20 | (long) happening.salt() << 16 | index;
    }

    private int below(int bound, int purpose) {
        return Scramble.below(bound, dice.seed(), call, happening.salt(), purpose);
    }
}
