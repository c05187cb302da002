package dev.tributary.upstream.registryaudit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of the place of a time in a list: it lies between two pages.
 *
 * @param low the last page known to lie before it, by number; -1 if there is none
 * @param high the first page known to lie after it
 * @param found the page that holds it, if that was seen
 */
record Bounds(int low, int high, OptionalInt found) {

    /**
     * @param end a page known to lie behind the list's end, or {@link AuditList#LAST_NUMBER}
     */
    static Bounds of(List<Map.Entry<Integer, Landmark>> places, Instant edge, Direction direction, int end) {
        OptionalInt spanning = places.stream()
                .filter(place -> place.getValue().spans(edge))
                .mapToInt(Map.Entry::getKey)
                .max();
        int low = places.stream()
                .filter(place -> isLow(place.getValue(), edge, direction))
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(-1);
        int high = places.stream()
                .filter(place -> !isLow(place.getValue(), edge, direction))
                .mapToInt(Map.Entry::getKey)
                .filter(number -> number > low)
                .min()
                .orElse(Math.max(end, low + 1));
        return new Bounds(low, high, spanning);
    }

    private static boolean isLow(Landmark landmark, Instant edge, Direction direction) {
        return landmark.isNewerThan(edge) == (direction == Direction.NEWEST_FIRST);
    }

    boolean isNarrow() {
        return found.isPresent() || high - low <= 1;
    }

    /** The last page, as they are read, whose rows are newer than the edge; it may lie just outside the list. */
    int place(Direction direction) {
        return found.orElse(direction == Direction.NEWEST_FIRST ? low : high);
    }

    /** @param isOpen whether {@code high} is only the largest number there is: then the list's end is looked for */
    int middle(boolean isOpen, int atLeast) {
        return isOpen ? (int) Math.min(high - 1L, Math.max(2L * low, atLeast)) : low + (high - low) / 2;
    }
}
