package dev.tributary.fanout;

import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.EventSource;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.Sources;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what a page has become: its answer or refusal, and what each source did for it. */
record PageReport(PageEnd end) {

    /** Without its events. */
    Answer answer() {
        Walk next = end.next();
        boolean isLast = next.sources().isEmpty();
        return new Answer(
                query(),
                isLast ? end.farEdge() : end.reached(),
                end.settledTo(),
                List.of(),
                isLast ? null : next,
                isLast ? followFrom() : null,
                next.isWhole(),
                sources());
    }

    Refusal refusal(Walk without) {
        return new Refusal(query(), sources(), without);
    }

    private Query query() {
        return end.roster().query();
    }

    /** Where a follower begins to look for what came late, though never before this query's own beginning. */
    private Instant followFrom() {
        Instant from = end.settledTo().minus(end.roster().overlap());
        Instant own = query().window().from();
        return from.isAfter(own) ? from : own;
    }

    private List<SourceReport> sources() {
        Map<String, SourceReport> reports = new TreeMap<>();
        configured().all().stream().map(EventSource::id).forEach(id -> reports.put(id.name(), notAsked(id)));
        end.reading().forEach(participant -> reports.put(participant.id().name(), of(participant)));
        end.departed().forEach(left -> reports.put(left.departure().source(), of(left)));
        end.roster().walk().departed().forEach(left -> reports.put(left.source(), of(left)));
        return List.copyOf(reports.values());
    }

    private SourceReport notAsked(SourceId source) {
        boolean finished = end.roster().walk().finished().contains(source.name());
        Status status = finished ? Status.COMPLETE : Status.SKIPPED;
        return new SourceReport(source.name(), source.kind(), status, 0, null, Duration.ZERO, null, List.of());
    }

    private SourceReport of(Participant participant) {
        List<Gap> passed = end.passed(participant);
        if (!passed.isEmpty()) {
            return of(participant, Status.PARTIAL, passed.get(0).reason(), end.named(participant, passed));
        }
        return of(participant, participant.hasFinished() ? Status.COMPLETE : Status.MORE, null, List.of());
    }

    private SourceReport of(Departed left) {
        List<NamedGap> gaps = end.gaps(left);
        Participant participant = left.participant();
        if (participant == null) {
            return unread(left.departure(), left.failure(), gaps);
        }
        Status status = participant.delivered() > 0 ? Status.PARTIAL : Status.FAILED;
        return of(participant, status, left.failure(), gaps);
    }

    private SourceReport of(Departure left) {
        SourceFailure failure = SourceFailure.of(left.reason(), "left the walk on an earlier page");
        return unread(left, failure, List.of(end.gap(left)));
    }

    private SourceReport unread(Departure left, SourceFailure failure, List<NamedGap> gaps) {
        return new SourceReport(
                left.source(),
                configured()
                        .named(left.source())
                        .map(source -> source.id().kind())
                        .orElse(null),
                Status.FAILED,
                0,
                null,
                Duration.ZERO,
                failure,
                gaps);
    }

    private Sources configured() {
        return end.roster().sources();
    }

    private static SourceReport of(
            Participant participant, Status status, @Nullable SourceFailure error, List<NamedGap> gaps) {
        return new SourceReport(
                participant.id().name(),
                participant.id().kind(),
                status,
                participant.delivered(),
                participant.figures(),
                participant.took(),
                error,
                gaps);
    }
}
