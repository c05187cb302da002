package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;

/**
 * Which part of a source's bounded gaps a page names: what lies between the places where it began and where it ended,
 * as the source sees them. Events of one millisecond may belong to two pages, and so may a gap.
 *
 * @param window of the query
 */
record PassedGaps(String source, EventOrder order, Window window, Position begin) {

    /** The parts passed; none is empty. */
    List<Gap> upTo(Position end, List<Gap> met) {
        return met.stream()
                .map(gap -> new Gap(passed(gap, end), gap.reason(), gap.uncertain()))
                .filter(part -> !part.window().isEmpty())
                .toList();
    }

    private Window passed(Gap gap, Position end) {
        Window asked = within(gap.window());
        return gap.uncertain()
                ? withItsMillisecond(end).passed(order, asked)
                : begin.rest(order, end.passed(order, asked)); // what lies before the page has been handed over
    }

    // Of what lacks something, something may also lack before the last event handed over.
    private Position withItsMillisecond(Position end) {
        Window millisecond = new Window(end.time(), end.time().plusMillis(1));
        return end instanceof Position.After
                ? new Position.At(Frontier.beyond(order, millisecond).time())
                : end;
    }

    List<NamedGap> named(List<Gap> parts) {
        return parts.stream()
                .map(part -> new NamedGap(part.window(), part.uncertain(), link(part)))
                .toList();
    }

    private Walk link(Gap part) {
        boolean beginsWithin = !part.uncertain() && part.window().contains(begin.time());
        return Walk.alone(source, beginsWithin ? begin : Position.start(order, part.window()));
    }

    private Window within(Window gap) {
        Instant from = gap.from().isAfter(window.from()) ? gap.from() : window.from();
        Instant to = gap.to().isBefore(window.to()) ? gap.to() : window.to();
        return new Window(from, to.isAfter(from) ? to : from);
    }
}
