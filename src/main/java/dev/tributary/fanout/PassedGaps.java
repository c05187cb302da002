package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;

/**
 * Which part of a source's bounded gaps a page names: what it has passed in whole milliseconds. A millisecond in which a
 * page ends is read again, and named, by the next one.
 *
 * @param window of the query
 * @param begin where the page began, as the source sees it
 */
record PassedGaps(String source, EventOrder order, Window window, Position begin) {

    /** @param end where the page ended, as the source sees it */
    List<NamedGap> upTo(Position end, List<Gap> met) {
        return met.stream()
                .map(gap -> named(gap, end.passed(order, within(gap.window()))))
                .filter(gap -> !gap.window().isEmpty())
                .toList();
    }

    // What lacks something may lie before the page; what was not delivered at all cannot.
    private NamedGap named(Gap gap, Window passed) {
        return gap.uncertain()
                ? named(true, passed, Position.start(order, passed))
                : certain(begin.rest(order, passed));
    }

    // Earlier pages may have handed over events of the millisecond in which this one began.
    private NamedGap certain(Window part) {
        return named(false, part, part.contains(begin.time()) ? begin : Position.start(order, part));
    }

    // Without hints: they are good for the window's far edge only.
    private NamedGap named(boolean uncertain, Window part, Position place) {
        return new NamedGap(part, uncertain, Walk.alone(source, place, Hints.none()));
    }

    private Window within(Window gap) {
        Instant from = gap.from().isAfter(window.from()) ? gap.from() : window.from();
        Instant to = gap.to().isBefore(window.to()) ? gap.to() : window.to();
        return new Window(from, to.isAfter(from) ? to : from);
    }
}
