package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list runs one way on the whole, by its pages' median times: a scan is asked for because rows stand out of
 * order, so a few of them must not make it doubt the others. Of a list too short to tell, every row must stand in order.
 */
final class Trend {
    private static final int ENOUGH_STEPS = 4; // five pages at random times go one way once in sixty times
    private static final int STEPS_FOR_ONE_BACK = 3; // without order, a step is as likely either way

    private final Direction direction;
    private final Duration tolerance;
    private @Nullable Instant mark;
    private int steps;
    private int stepsBack;
    private int pages;
    private @Nullable Instant oldest;
    private Set<String> shownBefore = Set.of();
    private boolean isInOrder = true;

    Trend(Direction direction, Duration tolerance) {
        this.direction = direction;
        this.tolerance = tolerance;
    }

    /** Empty if they lie within the tolerance. */
    static Optional<Direction> between(ListPage first, ListPage last, Duration tolerance) {
        Optional<Instant> begin = median(first);
        Optional<Instant> end = median(last);
        return begin.isPresent() && end.isPresent()
                ? Direction.shownBy(List.of(begin.get(), end.get()), tolerance)
                : Optional.empty();
    }

    /** @param page the next one on the way from newer rows to older ones */
    void passes(ListPage page) {
        pages++;
        median(page).ifPresent(this::steps);
        direction.read(page).stream()
                .filter(row -> !shownBefore.contains(row.id())) // pushed on by others, it comes again
                .map(Event::time)
                .forEach(this::compare);
        shownBefore = page.ids();
    }

    private void steps(Instant median) {
        Instant before = mark == null ? median : mark;
        if (isBeyond(median, before)) {
            steps += median.isBefore(before) ? 1 : 0;
            stepsBack += median.isBefore(before) ? 0 : 1;
            mark = median;
        }
        mark = mark == null ? median : mark;
    }

    private void compare(Instant time) {
        Instant before = oldest == null ? time : oldest;
        oldest = time.isBefore(before) ? time : before;
        isInOrder &= time.isBefore(before) || !isBeyond(time, before);
    }

    private boolean isBeyond(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(tolerance) > 0;
    }

    boolean isClear() {
        boolean isShownAtOnce = pages == 1;
        return isShownAtOnce || isInOrder || runs();
    }

    private boolean runs() {
        return ENOUGH_STEPS + STEPS_FOR_ONE_BACK * stepsBack <= steps;
    }

    private static Optional<Instant> median(ListPage page) {
        List<Instant> sorted = page.times().stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
