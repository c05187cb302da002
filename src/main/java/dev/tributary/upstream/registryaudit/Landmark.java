package dev.tributary.upstream.registryaudit;

import dev.tributary.source.Hints;
import java.time.Instant;
import java.util.List;

/**
 * A page as it was seen at some time.
 *
 * @param total of the list at that time
 * @param first time of the newest row, by its place
 * @param last time of the oldest row, by its place
 */
record Landmark(long offset, long total, Instant first, Instant median, Instant last) {

    /** @param page with a time at least */
    static Landmark of(ListPage page, Direction direction) {
        List<Instant> read =
                direction.read(page).stream().map(event -> event.time()).toList();
        List<Instant> sorted = read.stream().sorted().toList();
        return new Landmark(
                page.offset(), page.total(), read.get(0), sorted.get(sorted.size() / 2), read.get(read.size() - 1));
    }

    /** Whether this very page holds the place of that time. */
    boolean spans(Instant edge) {
        return !first.isBefore(edge) && last.isBefore(edge);
    }

    boolean isNewerThan(Instant edge) {
        return !median.isBefore(edge);
    }

    /** Where it stands when the list has this total. */
    int number(Direction direction, long totalNow, int size) {
        return new Place(offset, total).number(direction, totalNow, size);
    }

    /** Travels in a cursor: a place without times. */
    record Place(long offset, long total) {
        private static final Place NONE = new Place(-1, -1);

        static Place of(Hints hints, Operation operation) {
            int at = 2 * List.of(Operation.values()).indexOf(operation);
            List<Long> numbers = hints.numbers();
            return numbers.size() == 2 * Operation.values().length
                    ? new Place(numbers.get(at), numbers.get(at + 1))
                    : NONE;
        }

        static Place none() {
            return NONE;
        }

        boolean isUsable() {
            return offset >= 0 && total >= offset;
        }

        int number(Direction direction, long totalNow, int size) {
            return (int) Math.min(direction.moved(offset, total, totalNow) / size, AuditList.LAST_NUMBER);
        }

        List<Long> numbers() {
            return List.of(offset, total);
        }
    }
}
