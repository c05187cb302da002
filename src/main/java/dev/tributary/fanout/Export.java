package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.Frontier;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk in one stream: page after page, each with a budget of its own, over readings that stay open. Between two pages
 * stands a line of progress, from which an export that was cut goes on.
 */
final class Export {
    private final Query query;
    private final Allowance allowance;
    private final Clock clock;
    private final GapMeter gaps;
    private final EventSink sink;
    private final int stepSize;
    private final Duration stepTime;
    private final StreamReports reports = new StreamReports();
    private final List<Participant> all;
    private Roster roster;
    private List<Participant> participants;
    private long left;
    private int idleSteps;
    /** Of the page before. */
    private @Nullable Answer last;

    /**
     * @param allowance of one step
     * @param gaps told of those of every step
     * @param stepSize events from one line of progress to the next at most
     * @param stepTime time from one line of progress to the next, once there is any
     */
    Export(
            Roster roster,
            Allowance allowance,
            Clock clock,
            GapMeter gaps,
            EventSink sink,
            int stepSize,
            Duration stepTime) {
        this.query = roster.query();
        this.allowance = allowance;
        this.clock = clock;
        this.gaps = gaps;
        this.sink = sink;
        this.stepSize = stepSize;
        this.stepTime = stepTime;
        this.roster = roster;
        this.all = roster.participants(allowance, clock);
        this.participants = all;
        this.left = query.limit();
    }

    /** To be subscribed to once. However it ends, all readings are closed. */
    Uni<QueryResult> run() {
        return Uni.createFrom()
                .deferred(this::step)
                .repeat()
                .indefinitely() // till there is an item
                .toUni()
                .onTermination()
                .invoke(() -> all.forEach(Participant::close));
    }

    /** The result, or null if another step is to follow. */
    private Uni<QueryResult> step() {
        List<Frontier> before = frontiers();
        Instant begun = clock.instant();
        return new Page(roster.upTo(Math.min(stepSize, left)), participants, begun, this::handOver)
                .endingOnceMoved(() -> sink.isInAHurry() || isLongAgo(begun))
                .run()
                .chain(result -> result instanceof Answer answer
                        ? ended(answer, before)
                        : Uni.createFrom().item(refused((Refusal) result)));
    }

    private boolean isLongAgo(Instant begun) {
        return Duration.between(begun, clock.instant()).compareTo(stepTime) >= 0;
    }

    /** A client takes its time: what it needs is not the upstreams' fault. */
    private Uni<Void> handOver(List<Event> events) {
        left -= events.size();
        Instant begun = clock.instant();
        return sink.events(events).invoke(() -> allowance.prolong(Duration.between(begun, clock.instant())));
    }

    private Uni<QueryResult> ended(Answer answer, List<Frontier> before) {
        gaps.metIn(answer);
        reports.add(answer.sources());
        Walk next = answer.next();
        if (next == null || left == 0 || isStuck(next, before)) {
            return Uni.createFrom().item(answer.reporting(reports.all()));
        }
        goOn(next);
        last = answer;
        return sink.progress(answer).invoke(allowance::renew).chain(Uni.createFrom()::nullItem);
    }

    private void goOn(Walk next) {
        roster = roster.at(next);
        participants.stream().filter(participant -> !isIn(next, participant)).forEach(Participant::close);
        participants = participants.stream()
                .filter(participant -> isIn(next, participant))
                .toList();
        participants.forEach(participant -> participant.goOn(next.position()));
    }

    private static boolean isIn(Walk walk, Participant participant) {
        return walk.sources().contains(participant.id().name());
    }

    /** The first of two such steps may have met what was read ahead when the budget of the one before was spent. */
    private boolean isStuck(Walk next, List<Frontier> before) {
        idleSteps = isIdle(next, before) ? idleSteps + 1 : 0;
        return idleSteps == 2;
    }

    /** Nothing was handed over, no source has moved, and nothing was learnt: another step would be no better. */
    private boolean isIdle(Walk next, List<Frontier> before) {
        Walk begun = roster.walk();
        return next.position().equals(begun.position())
                && next.sources().equals(begun.sources())
                && next.hints().equals(begun.hints())
                && frontiers().equals(before)
                && participants.stream().noneMatch(Participant::isOnItsWay);
    }

    private List<Frontier> frontiers() {
        return participants.stream()
                .map(participant -> participant.waiting().frontier())
                .toList();
    }

    /** In the midst of a stream, all sources that failed together are no gap: whoever asks again hears of it at once. */
    private QueryResult refused(Refusal refusal) {
        Answer before = last;
        if (before == null || query.partial() == PartialMode.DENY) {
            return refusal;
        }
        reports.addFailures(refusal.sources());
        return before.reporting(reports.all());
    }
}
