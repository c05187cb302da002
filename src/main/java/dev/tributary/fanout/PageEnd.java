package dev.tributary.fanout;

import static java.util.stream.Collectors.toMap;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Frontier;
import dev.tributary.source.Hints;
import dev.tributary.source.Window;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a page has ended: how far the walk has come, and which gaps it has passed.
 *
 * @param reading those that took part to the end
 * @param departed those that left the walk on this page
 */
record PageEnd(Roster roster, Position position, List<Participant> reading, List<Departed> departed) {

    /** The walk after this page; without sources when nothing is left to read. */
    Walk next() {
        Walk walk = roster.walk();
        return new Walk(
                position,
                goingOn().map(PageEnd::name).toList(),
                Stream.concat(walk.finished().stream(), finished()).sorted().toList(),
                Stream.concat(walk.departed().stream(), departed.stream().map(Departed::departure))
                        .toList(),
                walk.hadGap()
                        || reading.stream()
                                .anyMatch(participant -> !gaps(participant).isEmpty()),
                hints());
    }

    /** How far everything matching has been handed over, while the walk goes on; never outside the window. */
    Instant reached() {
        return position.time().isBefore(window().from()) ? window().from() : position.time();
    }

    /** Everything in the window handed over. */
    Instant farEdge() {
        return order() == EventOrder.DESC ? window().from() : window().to();
    }

    /** What this page has passed of the bounded gaps of a source that took part to the end. */
    List<NamedGap> gaps(Participant participant) {
        return passedGaps(participant, participant.hasFinished() ? behindTheWindow() : position);
    }

    /** The gaps of a source that left on this page; under {@code deny} the ones that it left for, if they are bounded. */
    List<NamedGap> gaps(Departed left) {
        Participant participant = left.participant();
        if (participant == null) {
            return List.of(gap(left.departure(), Hints.none()));
        }
        if (roster.query().partial() == PartialMode.DENY && !participant.gaps().isEmpty()) {
            return passedGaps(participant, behindTheWindow());
        }
        Position place = left.departure().place();
        NamedGap open = gap(left.departure(), participant.reading().hints(place.time()));
        return Stream.concat(passedGaps(participant, place).stream(), Stream.of(open))
                .toList();
    }

    /** The gap of a source that left on an earlier page. */
    NamedGap gap(Departure left) {
        return gap(left, Hints.none());
    }

    private NamedGap gap(Departure left, Hints hints) {
        return new NamedGap(left.gap(order(), window()), false, Walk.alone(left.source(), left.place(), hints));
    }

    private List<NamedGap> passedGaps(Participant participant, Position end) {
        Position begin = roster.walk().position().seenBy(name(participant), order());
        return new PassedGaps(name(participant), order(), window(), begin).upTo(end, participant.gaps());
    }

    private Position behindTheWindow() {
        return new Position.At(Frontier.beyond(order(), window()).time());
    }

    private Stream<Participant> goingOn() {
        return reading.stream().filter(participant -> !participant.hasFinished());
    }

    private Stream<String> finished() {
        return reading.stream().filter(Participant::hasFinished).map(PageEnd::name);
    }

    private Map<String, Hints> hints() {
        return goingOn()
                .collect(toMap(
                        PageEnd::name, participant -> participant.reading().hints(position.time())));
    }

    private static String name(Participant participant) {
        return participant.id().name();
    }

    private EventOrder order() {
        return roster.query().order();
    }

    private Window window() {
        return roster.query().window();
    }
}
