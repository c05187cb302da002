package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Gap;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The bounded gaps that one source has met on a page: those of one reason and certainty that touch are one. */
final class BoundedGaps {
    private final List<Gap> gaps = new ArrayList<>();

    void add(Gap met) {
        Gap whole = gaps.stream().filter(gap -> isOneWith(met, gap)).reduce(met, BoundedGaps::joined);
        gaps.removeIf(gap -> isOneWith(met, gap));
        gaps.add(whole);
    }

    /** Keeps what a walk that stands there has still to pass, which is all that another page has to name. */
    void passed(Position place, EventOrder order) {
        gaps.replaceAll(gap -> new Gap(place.rest(order, gap.window()), gap.reason(), gap.uncertain()));
        gaps.removeIf(gap -> gap.window().isEmpty());
    }

    List<Gap> all() {
        return List.copyOf(gaps);
    }

    private static boolean isOneWith(Gap a, Gap b) {
        return a.reason().type() == b.reason().type()
                && a.uncertain() == b.uncertain()
                && !a.window().from().isAfter(b.window().to())
                && !b.window().from().isAfter(a.window().to());
    }

    private static Gap joined(Gap a, Gap b) {
        Instant from = earlier(a.window().from(), b.window().from());
        Instant to = later(a.window().to(), b.window().to());
        return new Gap(new Window(from, to), b.reason(), b.uncertain());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
