package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Batch;
import dev.tributary.source.EventSource;
import dev.tributary.source.Figures;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One source's part in a page, or in the pages of a stream: what it has handed over, how far it came, and what stopped
 * it. Not thread-safe, but that it may be closed at any moment.
 */
final class Participant {
    private final EventSource source;
    private final Predicate<Event> wanted;
    private final PartialMode partial;
    private final Clock clock;
    private final BoundedGaps gaps = new BoundedGaps();

    private ReadRequest request;
    private Reading reading;
    private Figures before = Figures.of(0, 0, 0, 0, null);
    private boolean isClosed;
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
        this.request = request;
        this.clock = clock;
        this.waiting = Batch.of(List.of(), start());
    }

    private Frontier start() {
        return Frontier.start(request.order(), request.window());
    }

    /** Another page begins there: what stopped the last one is tried again, and counting begins anew. */
    void goOn(Position place) {
        if (hasFailed() || outOfBudget && !reading.keepsItsPlace()) {
            beginAnew();
        } else {
            before = reading.figures();
        }
        failure = null;
        outOfBudget = false;
        delivered = 0;
        took = Duration.ZERO;
        gaps.passed(place.seenBy(id().name(), request.order()), request.order());
    }

    /** Behind what has been handed over; what waits to be merged stays. */
    private void beginAnew() {
        Instant place = waiting.frontier().time();
        Window left = new Position.At(place).rest(request.order(), request.window());
        request = request.over(left, reading.hints(place));
        replace(source.read(request)).close();
        before = Figures.of(0, 0, 0, 0, null);
    }

    /** The reading that is not needed any more: the one before, or the new one if nobody wants any. */
    private synchronized Reading replace(Reading begun) {
        Reading unwanted = isClosed ? begun : reading;
        reading = isClosed ? reading : begun;
        return unwanted;
    }

    /** Nothing is read for it any more, whatever is under way in another thread. */
    void close() {
        if (isClosedNow()) {
            reading.close();
        }
    }

    private synchronized boolean isClosedNow() {
        boolean wasOpen = !isClosed;
        isClosed = true;
        return wasOpen;
    }

    /** Reads on, until the allowance's deadline at the latest. */
    Uni<Void> pull() {
        Instant begun = clock.instant();
        return reading.next()
                .ifNoItem()
                .after(request.allowance().timeLeft().plusMillis(1)) // Mutiny refuses a wait of zero
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
            DeniedGap denied = DeniedGap.of(batch, start(), waiting.frontier());
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

    /** Of the page in the making. */
    Figures figures() {
        return reading.figures().since(before);
    }

    Hints hints(Instant place) {
        return reading.hints(place);
    }

    /** Whether it moves on without handing anything over. */
    boolean isOnItsWay() {
        return reading.keepsItsPlace() && figures().upstreamCalls() > 0;
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
