package dev.tributary.upstream.registryaudit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list runs one way on the whole, by its pages' median times: a scan is asked for because rows stand out of
 * order, so a few of them must not make it doubt the others.
 */
final class Trend {
    private static final int STEPS_FOR_ONE_BACK = 3; // as likely either way if there is no order

    private final Duration tolerance;
    private @Nullable Instant mark;
    private int steps;
    private int stepsBack;

    Trend(Duration tolerance) {
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
        median(page).ifPresent(this::passes);
    }

    private void passes(Instant median) {
        Instant before = mark == null ? median : mark;
        if (Duration.between(median, before).abs().compareTo(tolerance) > 0) {
            steps += median.isBefore(before) ? 1 : 0;
            stepsBack += median.isBefore(before) ? 0 : 1;
            mark = median;
        }
        mark = mark == null ? median : mark;
    }

    boolean isClear() {
        return STEPS_FOR_ONE_BACK * stepsBack <= steps;
    }

    private static Optional<Instant> median(ListPage page) {
        List<Instant> sorted = page.times().stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
