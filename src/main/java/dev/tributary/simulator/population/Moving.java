package dev.tributary.simulator.population;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Rows of one list that come and go between its calls. Whether a row is there has nothing to do with whether it can be
 * found: one of the future waits for its time here too. Made for some thousand rows.
 */
public final class Moving {
    private final Moves moves;
    private final List<Row> ever;
    private List<Stay> listed;
    private List<Row> present; // sorted once a move: every call is told it
    private Population population;
    private long nextNumber;
    private long moment;

    private Moving(List<Row> rows, Moves moves) {
        this.moves = moves;
        this.ever = new ArrayList<>(rows);
        this.population = Population.of(rows);
        this.listed = stays(population);
        this.present = byTime(listed.stream().map(Stay::row));
        this.nextNumber = rows.size();
    }

    /** Begins with these rows; {@link Order.AsListed} tells them as they stand here. */
    public static Moving of(List<Row> rows, Moves moves) {
        return new Moving(rows, moves);
    }

    /** See {@link #of(List, Moves)}; moves only where the test says so, see {@link #move}. */
    public static Moving of(Row... rows) {
        return of(List.of(rows), Moves.none());
    }

    private static List<Stay> stays(Population population) {
        return LongStream.range(0, population.size())
                .boxed()
                .sorted(comparing(population::placeOf))
                .map(index -> new Stay(population.row(index), population.numberOf(index), 0))
                .toList();
    }

    /** What the call finds, after the moves that come before it. */
    public synchronized Population before(long call, Instant now) {
        move(moves.before(call, rows(), now));
        return population;
    }

    /** Changes the list now, for all calls to come. */
    public void move(Move... now) {
        move(List.of(now));
    }

    private synchronized void move(List<Move> now) {
        if (now.isEmpty()) {
            return;
        }
        moment++;
        now.forEach(move -> listed = move.in(listed, this::arriving));
        present = byTime(listed.stream().map(Stay::row));
        population = ListedPopulation.ofStays(listed);
    }

    private Stay arriving(Row row) {
        ever.add(row);
        return new Stay(row, nextNumber++, moment);
    }

    /** The present, for {@link #rowsSince}. */
    public synchronized long mark() {
        return moment;
    }

    /** The rows that are there, by time; a twin is a row of its own. */
    public synchronized List<Row> rows() {
        return present;
    }

    /** The rows that were there at the mark and have been there ever since, by time. */
    public synchronized List<Row> rowsSince(long mark) {
        return byTime(listed.stream().filter(stay -> stay.since() <= mark).map(Stay::row));
    }

    /** All rows that ever were there, by time. */
    public synchronized List<Row> rowsEver() {
        return byTime(ever.stream());
    }

    private static List<Row> byTime(Stream<Row> rows) {
        return rows.sorted(comparing(Row::time)).toList();
    }
}
