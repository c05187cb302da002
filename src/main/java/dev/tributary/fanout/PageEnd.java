package dev.tributary.fanout;

import static java.util.stream.Collectors.toMap;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.Window;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a page has ended: how far the walk has come, and which gaps it has passed.
 *
 * @param begun when the request was taken up
 * @param reading those that took part to the end
 * @param departed those that left the walk on this page
 */
record PageEnd(Roster roster, Instant begun, Position position, List<Participant> reading, List<Departed> departed) {

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
                                .anyMatch(participant -> !passed(participant).isEmpty()),
                settledTo(),
                hints());
    }

    /** Of the walk so far: what an earlier page read, it read earlier. Never after the window's end. */
    Instant settledTo() {
        Stream<Participant> asked = Stream.concat(
                reading.stream(), departed.stream().map(Departed::participant).flatMap(Stream::ofNullable));
        return Stream.of(
                        asked.map(this::settledTo),
                        Stream.ofNullable(roster.walk().settledTo()),
                        Stream.of(window().to(), begun))
                .flatMap(times -> times)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant settledTo(Participant participant) {
        Instant asOf = participant.figures().asOf();
        return (asOf == null ? begun : asOf).minus(participant.settle());
    }

    /** How far everything matching has been handed over, while the walk goes on; never outside the window. */
    Instant reached() {
        return position.time().isBefore(window().from()) ? window().from() : position.time();
    }

    /** Everything in the window handed over. */
    Instant farEdge() {
        return order() == EventOrder.DESC ? window().from() : window().to();
    }

    /** The parts of its bounded gaps that a source which took part to the end has passed; none under {@code deny}. */
    List<Gap> passed(Participant participant) {
        if (isDeny()) {
            return List.of();
        }
        Position end = participant.hasFinished() ? behindTheWindow() : position.seenBy(name(participant), order());
        return passedGaps(participant).upTo(end, participant.gaps());
    }

    /** These parts of a source's gaps, each with its link. */
    List<NamedGap> named(Participant participant, List<Gap> parts) {
        return passedGaps(participant).named(parts);
    }

    /** The gaps of a source that left on this page; under {@code deny} the bounded ones that it left for, if any. */
    List<NamedGap> gaps(Departed left) {
        Stream<NamedGap> open = Stream.of(gap(left.departure()));
        Participant participant = left.participant();
        if (participant == null) {
            return open.toList();
        }
        if (isDeny() && !participant.gaps().isEmpty()) {
            return bounded(participant, behindTheWindow());
        }
        List<NamedGap> passed = bounded(participant, left.departure().place());
        return Stream.concat(passed.stream(), open).toList();
    }

    /** The open gap of a source that left: its link is the same on every page, so it carries no hints. */
    NamedGap gap(Departure left) {
        Walk link = Walk.alone(left.source(), left.place());
        return new NamedGap(left.gap(order(), window()), false, link);
    }

    private List<NamedGap> bounded(Participant participant, Position end) {
        return named(participant, passedGaps(participant).upTo(end, participant.gaps()));
    }

    private PassedGaps passedGaps(Participant participant) {
        Position begin = roster.walk().position().seenBy(name(participant), order());
        return new PassedGaps(name(participant), order(), window(), begin);
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
        return goingOn().collect(toMap(PageEnd::name, participant -> participant.hints(position.time())));
    }

    private boolean isDeny() {
        return roster.query().partial() == PartialMode.DENY;
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
