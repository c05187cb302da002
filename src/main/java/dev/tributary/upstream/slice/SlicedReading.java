package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.FailureType;
import dev.tributary.source.Figures;
import dev.tributary.source.Frontier;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.call.Failures;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a window slice by slice: one that does not prove complete is halved until it does. */
public final class SlicedReading implements Reading {
    private static final Logger LOG = Logger.getLogger(SlicedReading.class);
    private static final Duration UNIT = Duration.ofMillis(1);

    private final SliceReader reader;
    private final EventOrder order;
    private final Spending spending;
    private final Clock clock;
    private final Deque<Window> ahead = new ArrayDeque<>();
    private int unreadable;
    private @Nullable Instant asOf;

    public SlicedReading(SliceReader reader, ReadRequest request, Clock clock) {
        this.reader = reader;
        this.order = request.order();
        this.spending = new Spending(request.allowance());
        this.clock = clock;
        this.ahead.push(request.window());
    }

    @Override
    public Uni<Outcome> next() {
        Window slice = ahead.element(); // stays there until it is read: a reading may go on after its budget ran out
        if (slice.length().compareTo(reader.longest()) > 0) {
            return halved(slice);
        }
        asOf = asOf == null ? clock.instant() : asOf;
        return reader.read(slice, spending)
                .chain(read -> outcome(slice, read))
                .onFailure(UpstreamException.class)
                .recoverWithItem(thrown -> ((UpstreamException) thrown).failure())
                .onFailure(BudgetSpentException.class)
                .recoverWithItem(new OutOfBudget())
                .onFailure() // whatever else: a defect of ours in one source must not take the others' answer away
                .recoverWithItem(SlicedReading::defect);
    }

    @Override
    public Figures figures() {
        return Figures.of(spending.calls(), 0, 0, unreadable, asOf);
    }

    private Uni<Outcome> outcome(Window slice, Slice read) {
        if (read instanceof Slice.Proven proven) {
            return Uni.createFrom().item(batch(slice, proven));
        }
        return slice.length().compareTo(UNIT) > 0
                ? halved(slice)
                : Uni.createFrom().item(tooDense());
    }

    private Batch batch(Window slice, Slice.Proven proven) {
        ahead.pop();
        unreadable += proven.unreadable();
        List<Event> events = proven.events().stream()
                .filter(event -> slice.contains(event.time()))
                .sorted(order)
                .toList();
        return Batch.of(events, ahead.isEmpty() ? Frontier.end(order) : Frontier.beyond(order, slice));
    }

    private Uni<Outcome> halved(Window slice) {
        ahead.pop();
        Instant middle = slice.from().plusMillis(slice.length().toMillis() / 2);
        Window older = new Window(slice.from(), middle);
        Window newer = new Window(middle, slice.to());
        ahead.push(order == EventOrder.DESC ? older : newer);
        ahead.push(order == EventOrder.DESC ? newer : older);
        return next();
    }

    private static Outcome defect(Throwable thrown) {
        LOG.error("Reading a slice failed in a way that nobody had thought of", Failures.withoutMessage(thrown));
        return SourceFailure.of(FailureType.BAD_ANSWER, "the upstream's answer could not be read");
    }

    private static SourceFailure tooDense() {
        return SourceFailure.of(
                FailureType.INCONSISTENT,
                "the milliseconds at one place hold more events than an answer, or its answers do not add up");
    }
}
