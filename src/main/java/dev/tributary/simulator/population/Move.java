package dev.tributary.simulator.population;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One change of a list. Where a row is told follows from its time, whenever it arrives; only {@link Order.AsListed}
 * cares for the place at which it arrives.
 */
public sealed interface Move {
    /** The list after it; {@code arriving} gives a row its number. */
    List<Stay> in(List<Stay> listed, Function<Row, Stay> arriving);

    /** Rows arrive before all others, as new ones do in a list that runs newest first. */
    static Move push(Row... rows) {
        return insert(0, rows);
    }

    /** Rows arrive after all others, as new ones do in a list that runs oldest first. */
    static Move append(Row... rows) {
        return insert(Integer.MAX_VALUE, rows);
    }

    /** Rows arrive so that the first of them stands at that place, counted from 0. */
    static Move insert(int place, Row... rows) {
        return new Arrival(place, List.of(rows));
    }

    /** The rows of the oldest times go. */
    static Move purgeOldest(int count) {
        return new PurgeOfTheOldest(count);
    }

    /** That row goes; of several equal ones the first. */
    static Move purge(Row row) {
        return new Purge(row);
    }

    /** The very same row arrives once more, right behind itself. */
    static Move twin(Row row) {
        return new Twin(row);
    }

    /** See {@link Move#insert}; a place behind the end is the end. */
    record Arrival(int place, List<Row> rows) implements Move {
        @Override
        public List<Stay> in(List<Stay> listed, Function<Row, Stay> arriving) {
            List<Stay> changed = new ArrayList<>(listed);
            changed.addAll(
                    Math.min(place, listed.size()), rows.stream().map(arriving).toList());
            return changed;
        }
    }

    /** See {@link Move#purgeOldest}. */
    record PurgeOfTheOldest(int count) implements Move {
        @Override
        public List<Stay> in(List<Stay> listed, Function<Row, Stay> arriving) {
            Set<Stay> oldest = new HashSet<>(listed.stream()
                    .sorted(comparing((Stay stay) -> stay.row().time()).thenComparing(Stay::number))
                    .limit(count)
                    .toList());
            return listed.stream().filter(stay -> !oldest.contains(stay)).toList();
        }
    }

    /** See {@link Move#purge}. */
    record Purge(Row row) implements Move {
        @Override
        public List<Stay> in(List<Stay> listed, Function<Row, Stay> arriving) {
            List<Stay> changed = new ArrayList<>(listed);
            changed.remove(placeOf(row, listed));
            return changed;
        }
    }

    /** See {@link Move#twin}. */
    record Twin(Row row) implements Move {
        @Override
        public List<Stay> in(List<Stay> listed, Function<Row, Stay> arriving) {
            List<Stay> changed = new ArrayList<>(listed);
            changed.add(placeOf(row, listed) + 1, arriving.apply(row));
            return changed;
        }
    }

    private static int placeOf(Row row, List<Stay> listed) {
        int place = listed.stream().map(Stay::row).toList().indexOf(row);
        if (place < 0) {
            throw new IllegalArgumentException("a move is meant for a row that is not there: " + row);
        }
        return place;
    }
}
