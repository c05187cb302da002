package dev.tributary.simulator.population;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What changes in a list between any two calls of it: written down by call ({@link #before}), or {@link RandomMoves}. */
@FunctionalInterface
public interface Moves {
    /**
     * The changes just before a call is answered, in the order in which they happen.
     *
     * @param call counts the calls of the list that were answered since it was played, from 1
     * @param rows that are there, by time
     * @param now the simulator's time
     */
    List<Move> before(long call, List<Row> rows, Instant now);

    /** Nothing changes. */
    static Moves none() {
        return (call, rows, now) -> List.of();
    }

    /** These changes too, just before that call alone. */
    default Moves before(long number, Move... moves) {
        return and((call, rows, now) -> call == number ? List.of(moves) : List.of());
    }

    /** Both; the others are told the rows that are there before any change. */
    default Moves and(Moves others) {
        return (call, rows, now) -> Stream.concat(
                        before(call, rows, now).stream(), others.before(call, rows, now).stream())
                .toList();
    }
}
