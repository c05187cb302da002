package dev.tributary.fanout;

import static java.util.stream.Collectors.toMap;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.EventSource;
import dev.tributary.source.Figures;
import dev.tributary.source.Hints;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a page has become: its answer or refusal, and what each source did for it.
 *
 * @param begun when the request was taken up
 */
record PageReport(Roster roster, Instant begun) {

    Answer answer(List<Event> events, Position position, List<Participant> reading, List<Departed> departed) {
        Walk next = next(position, reading, departed);
        boolean isLast = next.sources().isEmpty();
        return new Answer(
                roster.query(),
                isLast ? farEdge() : nearest(position.time()),
                settledTo(Stream.concat(reading.stream(), participants(departed))),
                events,
                isLast ? null : next,
                next.isWhole(),
                sources(reading, departed));
    }

    Refusal refusal(List<Participant> reading, List<Departed> departed, Walk without) {
        return new Refusal(roster.query(), sources(reading, departed), without);
    }

    /** The walk after this page; without sources when nothing is left to read. */
    Walk next(Position position, List<Participant> reading, List<Departed> departed) {
        Walk walk = roster.walk();
        return new Walk(
                position,
                names(reading.stream().filter(participant -> !participant.hasFinished())),
                Stream.concat(
                                walk.finished().stream(),
                                names(reading.stream().filter(Participant::hasFinished)).stream())
                        .sorted()
                        .toList(),
                Stream.concat(walk.departed().stream(), departed.stream().map(Departed::departure))
                        .toList(),
                walk.hadGap(),
                hints(position, reading));
    }

    private static Map<String, Hints> hints(Position position, List<Participant> reading) {
        return reading.stream()
                .collect(toMap(
                        participant -> participant.id().name(),
                        participant -> participant.reading().hints(position.time())));
    }

    private static List<String> names(Stream<Participant> participants) {
        return participants.map(participant -> participant.id().name()).toList();
    }

    private Instant farEdge() {
        Window window = roster.query().window();
        return roster.query().order() == EventOrder.DESC ? window.from() : window.to();
    }

    private Instant nearest(Instant time) {
        Window window = roster.query().window();
        return Stream.of(time, window.from()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Instant settledTo(Stream<Participant> asked) {
        Instant to = roster.query().window().to();
        return Stream.concat(asked.map(this::settledTo), Stream.of(to, begun))
                .min(Comparator.naturalOrder())
                .orElse(to);
    }

    private Instant settledTo(Participant participant) {
        Instant asOf = participant.reading().figures().asOf();
        return (asOf == null ? begun : asOf).minus(participant.settle());
    }

    private static Stream<Participant> participants(Collection<Departed> departed) {
        return departed.stream().map(Departed::participant).flatMap(Stream::ofNullable);
    }

    private List<SourceReport> sources(List<Participant> reading, List<Departed> departed) {
        Map<String, SourceReport> reports = new TreeMap<>();
        roster.sources().all().stream().map(EventSource::id).forEach(id -> reports.put(id.name(), notAsked(id)));
        reading.forEach(participant -> reports.put(participant.id().name(), of(participant)));
        departed.forEach(left -> reports.put(left.departure().source(), of(left)));
        roster.walk().departed().forEach(left -> reports.put(left.source(), of(left)));
        return List.copyOf(reports.values());
    }

    private SourceReport notAsked(SourceId source) {
        boolean finished = roster.walk().finished().contains(source.name());
        Status status = finished ? Status.COMPLETE : Status.SKIPPED;
        return new SourceReport(source.name(), source.kind(), status, 0, null, Duration.ZERO, null, List.of());
    }

    private static SourceReport of(Participant participant) {
        Status status = participant.hasFinished() ? Status.COMPLETE : Status.MORE;
        return of(participant, status, null, List.of());
    }

    private SourceReport of(Departed left) {
        List<NamedGap> gaps = List.of(gap(left.departure()));
        Participant participant = left.participant();
        if (participant == null) {
            return unread(left.departure(), left.failure());
        }
        Status status = participant.delivered() > 0 ? Status.PARTIAL : Status.FAILED;
        return of(participant, status, left.failure(), gaps);
    }

    private SourceReport of(Departure left) {
        return unread(left, SourceFailure.of(left.reason(), "left the walk on an earlier page"));
    }

    private SourceReport unread(Departure left, SourceFailure failure) {
        return new SourceReport(
                left.source(),
                roster.sources()
                        .named(left.source())
                        .map(source -> source.id().kind())
                        .orElse(null),
                Status.FAILED,
                0,
                null,
                Duration.ZERO,
                failure,
                List.of(gap(left)));
    }

    private NamedGap gap(Departure left) {
        Window window = left.gap(roster.query().order(), roster.query().window());
        return new NamedGap(window, false, Walk.alone(left.source(), left.place(), Hints.none()));
    }

    private static SourceReport of(
            Participant participant, Status status, @Nullable SourceFailure error, List<NamedGap> gaps) {
        Figures figures = participant.reading().figures();
        return new SourceReport(
                participant.id().name(),
                participant.id().kind(),
                status,
                participant.delivered(),
                figures,
                participant.took(),
                error,
                gaps);
    }
}
