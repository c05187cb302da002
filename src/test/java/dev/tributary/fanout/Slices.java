package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Gap;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.stream.Stream;

/** What a slice has of a gap. */
final class Slices {
    private static final int REACH_MILLIS = 3;

    private Slices() {}

    /** A certain gap is cut to the slice; an uncertain one reaches a bit beyond it on both sides. */
    static Stream<Gap> part(Gap gap, Window slice) {
        Instant from = later(gap.window().from(), slice.from());
        Instant to = earlier(gap.window().to(), slice.to());
        if (!from.isBefore(to)) {
            return Stream.empty();
        }
        int reach = gap.uncertain() ? REACH_MILLIS : 0;
        Window part = new Window(from.minusMillis(reach), to.plusMillis(reach));
        return Stream.of(new Gap(part, gap.reason(), gap.uncertain()));
    }

    static boolean isOdd(Event event) {
        return Character.digit(event.id().charAt(event.id().length() - 1), 16) % 2 == 1;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
