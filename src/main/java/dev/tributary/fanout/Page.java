package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.merge.MergeStep;
import dev.tributary.source.Frontier;
import dev.tributary.source.SourceFailure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One page in the making: pulls from whoever holds it back, until it is full, finished or out of budget. */
final class Page {
    private final Roster roster;
    private final Query query;
    private final Instant begun;
    private final Function<List<Event>, Uni<Void>> out;
    private final List<Participant> reading;
    private final List<Departed> departed = new ArrayList<>();
    private BooleanSupplier isLongEnough = () -> false;
    private Position position;
    private long handedOver;

    /** @param out where events go as soon as their order is sure; completes when more can be taken */
    Page(Roster roster, List<Participant> participants, Instant begun, Function<List<Event>, Uni<Void>> out) {
        this.roster = roster;
        this.query = roster.query();
        this.position = roster.walk().position();
        this.begun = begun;
        this.out = out;
        this.reading = new ArrayList<>(participants);
        roster.gone().forEach(gone -> departed.add(Departed.unconfigured(gone, position, query.order())));
    }

    /** Ends before it is full, once this holds and the walk has moved. */
    Page endingOnceMoved(BooleanSupplier longEnough) {
        isLongEnough = longEnough;
        return this;
    }

    /** The result, without the events that went out; to be subscribed to once. */
    Uni<QueryResult> run() {
        return Uni.createFrom()
                .deferred(this::step)
                .repeat()
                .indefinitely() // till there is an item: a step that ends with null is followed by another
                .toUni();
    }

    /** The result, or null if there is none as yet. */
    private Uni<QueryResult> step() {
        if (query.partial() == PartialMode.DENY && !departed.isEmpty()) {
            return refuse(roster.walk());
        }
        MergeStep merged = merge();
        List<Event> emitted = merged.emitted();
        return emitted.isEmpty() ? goOn(merged.reached()) : out.apply(emitted).chain(() -> goOn(merged.reached()));
    }

    private MergeStep merge() {
        int room = (int) Math.min(Integer.MAX_VALUE, query.limit() - handedOver);
        MergeStep merged =
                MergeStep.of(reading.stream().map(Participant::waiting).toList(), query.order(), room);
        List<Event> emitted = merged.emitted();
        reading.forEach(participant -> participant.emitted(emitted));
        handedOver += emitted.size();
        position = isFull() && !emitted.isEmpty()
                ? new Position.After(emitted.get(emitted.size() - 1).key())
                : furthest(merged.reached());
        return merged;
    }

    /** Right after the last event handed over is further than the frontier at its own time. */
    private Position furthest(Frontier reached) {
        boolean moved = query.order().compareTimes(position.time(), reached.time()) < 0;
        return moved ? new Position.At(reached.time()) : position;
    }

    private Uni<QueryResult> goOn(Frontier reached) {
        if (isFull() || reached.isEnd() || hasMoved() && isLongEnough.getAsBoolean()) {
            return answer();
        }
        List<Participant> slowest = standingAt(reached);
        if (slowest.stream().anyMatch(Participant::hasFailed)) {
            return settle(slowest.stream().filter(this::counts).toList());
        }
        if (reading.stream().anyMatch(Participant::isOutOfBudget)) {
            return answer();
        }
        return pull(slowest);
    }

    private boolean isFull() {
        return handedOver == query.limit();
    }

    private List<Participant> standingAt(Frontier frontier) {
        return reading.stream()
                .filter(participant -> participant.waiting().frontier().equals(frontier))
                .toList();
    }

    private static Uni<QueryResult> pull(List<Participant> slowest) {
        List<Uni<Void>> pulls = slowest.stream().map(Participant::pull).toList();
        return Uni.join().all(pulls).andFailFast().chain(Uni.createFrom()::nullItem);
    }

    /**
     * A failure counts when the walk stands at its place. What was handed over before it is answered first: the next
     * request begins right there, and the source may have recovered by then.
     */
    private boolean counts(Participant participant) {
        SourceFailure failure = participant.failure();
        return failure != null && (!hasMoved() || becomesAGapAtOnce(failure));
    }

    private boolean becomesAGapAtOnce(SourceFailure failure) {
        return query.partial() == PartialMode.ALLOW && isLaterPage() && Departed.isFinal(failure);
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
        boolean allFailed = query.partial() == PartialMode.ALLOW && nothingToHandOver();
        return allFailed ? refuse(end().next()) : Uni.createFrom().nullItem();
    }

    private boolean nothingToHandOver() {
        boolean mendable = departed.stream().anyMatch(gone -> !Departed.isFinal(gone.failure()));
        return reading.isEmpty() && handedOver == 0 && (mendable || !isLaterPage());
    }

    private void depart(Participant participant) {
        reading.remove(participant);
        departed.add(Departed.of(participant, position, query.order()));
    }

    private Uni<QueryResult> answer() {
        return Uni.createFrom().item(new PageReport(end()).answer());
    }

    private Uni<QueryResult> refuse(Walk without) {
        return Uni.createFrom().item(new PageReport(end()).refusal(without));
    }

    private PageEnd end() {
        return new PageEnd(roster, begun, position, List.copyOf(reading), List.copyOf(departed));
    }
}
