package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.EventSource;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One source's part in one page: what it has handed over, how far it came, and what stopped it. Not thread-safe. */
final class Participant {
    private final EventSource source;
    private final Reading reading;
    private final Predicate<Event> wanted;
    private final PartialMode partial;
    private final Allowance allowance;
    private final Clock clock;
    private final Frontier start;
    private final BoundedGaps gaps = new BoundedGaps();

    private Batch waiting;
    private @Nullable SourceFailure failure;
    private boolean outOfBudget;
    private int delivered;
    private Duration took = Duration.ZERO;

    Participant(EventSource source, ReadRequest request, Predicate<Event> wanted, PartialMode partial, Clock clock) {
        this.source = source;
        this.reading = source.read(request);
        this.wanted = wanted;
        this.partial = partial;
        this.allowance = request.allowance();
        this.clock = clock;
        this.start = Frontier.start(request.order(), request.window());
        this.waiting = Batch.of(List.of(), start);
    }

    /** Reads on, until the allowance's deadline at the latest. */
    Uni<Void> pull() {
        Instant begun = clock.instant();
        return reading.next()
                .ifNoItem()
                .after(allowance.timeLeft().plusMillis(1)) // Mutiny refuses a wait of zero
                .recoverWithItem(new OutOfBudget())
                .invoke(outcome -> receive(outcome, begun))
                .replaceWithVoid();
    }

    private void receive(Outcome outcome, Instant begun) {
        took = took.plus(Duration.between(begun, clock.instant()));
        if (outcome instanceof Batch batch) {
            receive(batch);
        } else if (outcome instanceof SourceFailure reason) {
            failure = reason;
        } else {
            outOfBudget = true;
        }
    }

    private void receive(Batch batch) {
        batch.gaps().forEach(gaps::add);
        if (batch.gaps().isEmpty() || partial == PartialMode.ALLOW) {
            hold(batch);
        } else {
            DeniedGap denied = DeniedGap.of(batch, start, waiting.frontier());
            hold(denied.before());
            failure = denied.failure();
        }
    }

    private void hold(Batch batch) {
        waiting = Batch.of(batch.events().stream().filter(wanted).toList(), batch.frontier());
    }

    /** Takes this source's share of what the page has just emitted from what waits. */
    void emitted(List<Event> events) {
        int own = (int) events.stream().filter(this::isOwn).count();
        delivered += own;
        List<Event> left = waiting.events().subList(own, waiting.events().size());
        waiting = Batch.of(left, waiting.frontier());
    }

    private boolean isOwn(Event event) {
        return event.source().equals(id().name());
    }

    SourceId id() {
        return source.id();
    }

    Duration settle() {
        return source.status().settle();
    }

    Reading reading() {
        return reading;
    }

    Batch waiting() {
        return waiting;
    }

    /** The bounded gaps met so far; under {@link PartialMode#DENY} those before which the source failed. */
    List<Gap> gaps() {
        return gaps.all();
    }

    boolean hasFinished() {
        return waiting.frontier().isEnd() && waiting.events().isEmpty();
    }

    boolean hasFailed() {
        return failure != null;
    }

    @Nullable
    SourceFailure failure() {
        return failure;
    }

    boolean isOutOfBudget() {
        return outOfBudget;
    }

    int delivered() {
        return delivered;
    }

    Duration took() {
        return took;
    }
}
