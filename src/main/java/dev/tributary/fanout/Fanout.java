package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.BufferPool;
import dev.tributary.source.Reservation;
import dev.tributary.source.Sources;
import dev.tributary.source.Turnstile;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks all sources of a query at the same time and answers in one order: with one page, or with a stream. */
@ApplicationScoped
public class Fanout {
    private static final int PART_OF_THE_HEAP = 4;
    /** From one line of progress to the next at most: these many events, this much time. */
    private static final int STEP = 1_000;

    private static final Duration STEP_TIME = Duration.ofSeconds(10);

    private final Sources sources;
    private final @Nullable String traceparent;
    private final QueryConfig config;
    private final Clock clock;
    private final GapMeter gaps;
    private final BufferPool memory;
    private final Turnstile queries;
    /** As many as leave room for pages: an export lasts as long as its client likes. */
    private final Turnstile exports;

    @Inject
    Fanout(Sources sources, QueryConfig config, Clock clock, GapMeter gaps) {
        this.sources = sources;
        this.traceparent = null;
        this.config = config;
        this.clock = clock;
        this.gaps = gaps;
        this.memory = new BufferPool(config.maxBufferedBytes()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP));
        this.queries = new Turnstile(config.maxQueries());
        this.exports = new Turnstile(config.maxQueries() - config.maxQueries() / 2);
    }

    private Fanout(Sources seen, @Nullable String traceparent, Fanout all) {
        this.sources = seen;
        this.traceparent = traceparent;
        this.config = all.config;
        this.clock = all.clock;
        this.gaps = all.gaps;
        this.memory = all.memory;
        this.queries = all.queries;
        this.exports = all.exports;
    }

    /**
     * The same, as if there were these sources only; what all queries share, they go on to share.
     *
     * @param traceparent see {@link Allowance#traceparent}
     */
    public Fanout over(Sources seen, @Nullable String traceparent) {
        return new Fanout(seen, traceparent, this);
    }

    /**
     * One page of the query, or why there can be none; within {@link QueryConfig#deadline()} from when it is its turn.
     *
     * @param use what becomes of the page: its memory is held until this has ended, its turn is over before
     */
    public <T> Uni<T> answer(Query query, Function<QueryResult, Uni<T>> use) {
        return Uni.createFrom().deferred(() -> {
            Roster roster = Roster.of(query, sources);
            return reserved(roster, query.limit(), part -> inTurn(queries, () -> page(roster, part)), use);
        });
    }

    private Uni<QueryResult> page(Roster roster, Reservation part) {
        List<Participant> participants = roster.participants(allowance(part), clock);
        List<Event> events = new ArrayList<>();
        return new Page(roster, participants, clock.instant(), emitted -> added(events, emitted))
                .run()
                .map(result -> result instanceof Answer answer ? whole(answer, events) : result)
                .onTermination()
                .invoke(() -> participants.forEach(Participant::close));
    }

    private Answer whole(Answer answer, List<Event> events) {
        gaps.metIn(answer);
        return answer.with(List.copyOf(events));
    }

    private static Uni<Void> added(List<Event> events, List<Event> emitted) {
        events.addAll(emitted);
        return Uni.createFrom().voidItem();
    }

    /**
     * A walk in one stream: steps of up to a thousand events, and of ten seconds if these brought anything, each within
     * {@link QueryConfig#deadline()} and {@link QueryConfig#maxCalls()}.
     *
     * @return the last step's answer, without events, its reports those of the whole stream. It has a {@code next} if the
     *     limit was reached, no source can go on, or all failed at once. A refusal comes before anything was handed over,
     *     or at a gap that is not allowed; busy if it could not begin.
     */
    public Uni<QueryResult> export(Query query, EventSink sink) {
        return inTurn(exports, () -> {
            Roster roster = Roster.of(query, sources);
            return reserved(
                    roster, 0, part -> inTurn(queries, () -> export(roster, part, sink)), Uni.createFrom()::item);
        });
    }

    private Uni<QueryResult> export(Roster roster, Reservation part, EventSink sink) {
        return new Export(roster, allowance(part), clock, gaps, sink, STEP, STEP_TIME).run();
    }

    /** How busy it is just now. */
    public Load load() {
        return new Load(
                memory.held(),
                memory.capacity(),
                config.maxQueries() - queries.left(),
                memory.waiting() + queries.waiting() + exports.waiting());
    }

    private Uni<QueryResult> inTurn(Turnstile places, Supplier<Uni<QueryResult>> work) {
        return places.withOne(config.queueWait(), hasPlace -> hasPlace ? work.get() : busy());
    }

    /**
     * Does the work once there is memory for it: for a page of each source, and for the events that are held till the end.
     *
     * @param events 0 or more
     */
    private <T> Uni<T> reserved(
            Roster roster,
            long events,
            Function<Reservation, Uni<QueryResult>> work,
            Function<QueryResult, Uni<T>> use) {
        Footprint needed = Footprint.of(roster.asked(), events);
        return memory.holding(
                needed.pages(),
                needed.events(),
                config.queueWait(),
                part -> part.map(work).orElseGet(this::busy).chain(use::apply));
    }

    private Uni<QueryResult> busy() {
        return Uni.createFrom().item(new Busy(config.queueWait()));
    }

    private Allowance allowance(Reservation part) {
        return new Allowance(clock, config.deadline(), config.maxCalls(), part, traceparent);
    }
}
