package dev.tributary.walk;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Hints;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk has come between two of its pages.
 *
 * @param position everything before it has been handed over by all of {@code sources}
 * @param sources names of the sources still being read, sorted
 * @param finished names of the sources that have nothing left in the window, sorted
 * @param departed the sources that failed and stay out of the rest
 * @param hadGap whether an earlier page named a bounded gap of a source that went on
 * @param settledTo below it no change was expected when any of the pages so far was read; null before the first
 * @param hints what helps {@code sources} to go on, by name; a walk keeps no others, none that are empty, and none of
 *     more than {@link #MOST_HINTS} numbers
 */
public record Walk(
        Position position,
        List<String> sources,
        List<String> finished,
        List<Departure> departed,
        boolean hadGap,
        @Nullable Instant settledTo,
        Map<String, Hints> hints) {

    /** So many numbers one source may leave in a cursor. */
    public static final int MOST_HINTS = 32;

    public Walk {
        sources = List.copyOf(sources);
        finished = List.copyOf(finished);
        departed = List.copyOf(departed);
        hints = kept(sources, hints);
    }

    /** Before its first page. */
    public Walk(
            Position position, List<String> sources, List<String> finished, List<Departure> departed, boolean hadGap) {
        this(position, sources, finished, departed, hadGap, null, Map.of());
    }

    private static Map<String, Hints> kept(List<String> sources, Map<String, Hints> hints) {
        return sources.stream()
                .distinct()
                .filter(source -> canTravel(hints.getOrDefault(source, Hints.none())))
                .collect(toUnmodifiableMap(source -> source, hints::get));
    }

    private static boolean canTravel(Hints hints) {
        return !hints.isEmpty() && hints.numbers().size() <= MOST_HINTS;
    }

    public static Walk begin(EventOrder order, Window window, List<String> sources) {
        return new Walk(Position.start(order, window), sources, List.of(), List.of(), false);
    }

    /** The walk of one source alone. */
    public static Walk alone(String source, Position place) {
        return new Walk(place, List.of(source), List.of(), List.of(), false);
    }

    /** The walk of those sources alone, as far as they take, or ever took, part in it. */
    public Walk only(Predicate<String> names) {
        return new Walk(
                position,
                sources.stream().filter(names).toList(),
                finished.stream().filter(names).toList(),
                departed.stream().filter(left -> names.test(left.source())).toList(),
                hadGap,
                settledTo,
                hints);
    }

    /** Whether no source takes, or ever took, part in it. */
    public boolean isEmpty() {
        return sources.isEmpty() && finished.isEmpty() && departed.isEmpty();
    }

    /** Whether nothing has been missed so far. */
    public boolean isWhole() {
        return departed.isEmpty() && !hadGap;
    }

    public Hints hintsFor(String source) {
        return hints.getOrDefault(source, Hints.none());
    }

    /** The same walk with half of its hints, rounded down: the shorter ones. */
    public Walk withFewerHints() {
        Comparator<String> byLength =
                Comparator.comparing(source -> hintsFor(source).numbers().size());
        Map<String, Hints> fewer = hints.keySet().stream()
                .sorted(byLength.thenComparing(Comparator.naturalOrder()))
                .limit(hints.size() / 2)
                .collect(toUnmodifiableMap(source -> source, hints::get));
        return new Walk(position, sources, finished, departed, hadGap, settledTo, fewer);
    }
}
