package dev.tributary.upstream.registryaudit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a list, whoever read it: which way it runs, and what stood where. Lists move, so nothing here proves
 * anything: it only says where to look first.
 */
final class ListMemory {
    private static final int MOST_LANDMARKS = 256; // a search leaves about 15, a page read one

    private final int pageSize;
    private final Duration tolerance;
    private final Map<Integer, Landmark> landmarks = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Direction direction;
    private long total;

    ListMemory(int pageSize, Duration tolerance) {
        this.pageSize = pageSize;
        this.tolerance = tolerance;
    }

    /** Pages have shown which way the list runs. */
    synchronized void learn(Direction shown, List<ListPage> pages) {
        direction = shown;
        pages.forEach(this::saw);
    }

    synchronized void saw(ListPage page) {
        total = page.total();
        if (direction != null && !page.events().isEmpty()) {
            landmarks.put(page.number(), Landmark.of(page, direction));
            forgetTheEldest();
        }
    }

    /** Whether it runs the other way. */
    synchronized boolean isContradictedBy(ListPage page) {
        Direction known = direction;
        return known != null
                && Direction.shownBy(page.times(), tolerance)
                        .filter(shown -> shown != known)
                        .isPresent();
    }

    private void forgetTheEldest() {
        if (landmarks.size() > MOST_LANDMARKS) {
            landmarks.remove(landmarks.keySet().iterator().next());
        }
    }

    synchronized void forget() {
        direction = null;
        landmarks.clear();
    }

    /** What was seen has led astray. */
    synchronized void forgetPlaces() {
        landmarks.clear();
    }

    synchronized @Nullable Direction direction() {
        return direction;
    }

    /** As last told. */
    synchronized long total() {
        return total;
    }

    /** The landmarks, each by the number of the page where it stands now. */
    synchronized List<Map.Entry<Integer, Landmark>> places(Direction runs) {
        return landmarks.values().stream()
                .map(landmark -> Map.entry(landmark.number(runs, total, pageSize), landmark))
                .toList();
    }

    /** The page nearest to this one, no more than so many pages newer, that begins at this time or later. */
    OptionalInt nearestBeginning(Direction runs, Instant time, int number, int pages) {
        return places(runs).stream()
                .filter(place -> !place.getValue().first().isBefore(time))
                .mapToInt(Map.Entry::getKey)
                .filter(other -> isWithin(other, number, runs, pages))
                .boxed()
                .min(Comparator.comparingInt(other -> Math.abs(other - number)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static boolean isWithin(int other, int number, Direction runs, int pages) {
        int distance = runs == Direction.NEWEST_FIRST ? number - other : other - number;
        return distance >= 0 && distance <= pages;
    }
}
