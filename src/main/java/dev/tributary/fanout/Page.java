package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.merge.MergeStep;
import dev.tributary.source.Allowance;
import dev.tributary.source.FailureType;
import dev.tributary.source.Frontier;
import dev.tributary.source.SourceFailure;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One page in the making: pulls from whoever holds it back, until it is full, finished or out of budget. */
final class Page {
    /** What no repeat of a request can mend. */
    private static final Set<FailureType> FINAL =
            EnumSet.of(FailureType.AUTH, FailureType.FORBIDDEN, FailureType.NOT_FOUND, FailureType.REJECTED);

    private final Roster roster;
    private final Query query;
    private final PageReport report;
    private final List<Participant> reading;
    private final List<Departed> departed = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Position position;

    Page(Roster roster, Allowance allowance, Clock clock) {
        this.roster = roster;
        this.query = roster.query();
        this.position = roster.walk().position();
        this.report = new PageReport(roster, clock.instant());
        this.reading = new ArrayList<>(roster.participants(allowance, clock));
        roster.gone().forEach(this::departUnconfigured);
    }

    Uni<QueryResult> run() {
        if (query.partial() == PartialMode.DENY && !departed.isEmpty()) {
            return Uni.createFrom().item(report.refusal(reading, departed, roster.walk()));
        }
        Frontier reached = emit();
        if (isFull() || reached.isEnd()) {
            return answer();
        }
        List<Participant> slowest = standingAt(reached);
        if (slowest.stream().anyMatch(Participant::hasFailed)) {
            return settle(slowest.stream().filter(this::counts).toList());
        }
        if (reading.stream().anyMatch(Participant::isOutOfBudget)) {
            return answer();
        }
        return pull(slowest).chain(this::run);
    }

    private Frontier emit() {
        MergeStep step = MergeStep.of(
                reading.stream().map(Participant::waiting).toList(), query.order(), query.limit() - events.size());
        events.addAll(step.emitted());
        reading.forEach(participant -> participant.emitted(step.emitted()));
        position = isFull() ? new Position.After(events.get(events.size() - 1).key()) : furthest(step.reached());
        return step.reached();
    }

    /** Right after the last event handed over is further than the frontier at its own time. */
    private Position furthest(Frontier reached) {
        boolean moved = query.order().compareTimes(position.time(), reached.time()) < 0;
        return moved ? new Position.At(reached.time()) : position;
    }

    private boolean isFull() {
        return events.size() == query.limit();
    }

    private List<Participant> standingAt(Frontier frontier) {
        return reading.stream()
                .filter(participant -> participant.waiting().frontier().equals(frontier))
                .toList();
    }

    private static Uni<Void> pull(List<Participant> slowest) {
        List<Uni<Void>> pulls = slowest.stream().map(Participant::pull).toList();
        return Uni.join().all(pulls).andFailFast().replaceWithVoid();
    }

    /**
     * A failure counts when the walk stands at its place. What was handed over before it is answered first: the next
     * request begins right there, and the source may have recovered by then.
     */
    private boolean counts(Participant participant) {
        SourceFailure failure = participant.failure();
        return failure != null && (!hasMoved() || isLaterPage() && FINAL.contains(failure.type()));
    }

    private boolean hasMoved() {
        return !position.equals(roster.walk().position());
    }

    private boolean isLaterPage() {
        return query.walk() != null;
    }

    private Uni<QueryResult> settle(List<Participant> failed) {
        if (failed.isEmpty()) {
            return answer();
        }
        failed.forEach(this::depart);
        if (query.partial() == PartialMode.ALLOW && nothingToHandOver()) {
            return Uni.createFrom().item(report.refusal(reading, departed, report.next(position, reading, departed)));
        }
        return run();
    }

    private boolean nothingToHandOver() {
        boolean mendable = departed.stream()
                .anyMatch(gone -> !FINAL.contains(gone.failure().type()));
        return reading.isEmpty() && events.isEmpty() && (mendable || !isLaterPage());
    }

    private void depart(Participant participant) {
        reading.remove(participant);
        SourceFailure failure = Objects.requireNonNull(participant.failure());
        departed.add(Departed.of(participant, placeOf(participant.id().name(), failure), failure));
    }

    private void departUnconfigured(String source) {
        SourceFailure failure = SourceFailure.of(
                FailureType.NOT_FOUND, "the source is no longer configured; its name was in the cursor");
        departed.add(Departed.unconfigured(placeOf(source, failure), failure));
    }

    private Departure placeOf(String source, SourceFailure failure) {
        return new Departure(source, position.seenBy(source, query.order()), failure.type());
    }

    private Uni<QueryResult> answer() {
        return Uni.createFrom().item(report.answer(List.copyOf(events), position, reading, departed));
    }
}
