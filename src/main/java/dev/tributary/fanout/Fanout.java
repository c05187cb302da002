package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks all sources of a query at the same time and answers in one order: with one page, or with a stream. */
@ApplicationScoped
public class Fanout {
    /** From one line of progress to the next at most: these many events, this much time. */
    private static final int STEP = 1_000;

    private static final Duration STEP_TIME = Duration.ofSeconds(10);

    private final Sources sources;
    private final QueryConfig config;
    private final Clock clock;

    Fanout(Sources sources, QueryConfig config, Clock clock) {
        this.sources = sources;
        this.config = config;
        this.clock = clock;
    }

    /** One page of the query, or why there can be none; within {@link QueryConfig#deadline()}. */
    public Uni<QueryResult> answer(Query query) {
        return Uni.createFrom().deferred(() -> page(Roster.of(query, sources)));
    }

    private Uni<QueryResult> page(Roster roster) {
        List<Participant> participants = roster.participants(allowance(config.deadline()), clock);
        List<Event> events = new ArrayList<>();
        return new Page(roster, participants, clock.instant(), emitted -> added(events, emitted))
                .run()
                .map(result -> result instanceof Answer answer ? answer.with(List.copyOf(events)) : result)
                .onTermination()
                .invoke(() -> participants.forEach(Participant::close));
    }

    private static Uni<Void> added(List<Event> events, List<Event> emitted) {
        events.addAll(emitted);
        return Uni.createFrom().voidItem();
    }

    /**
     * A walk in one stream: steps of up to a thousand events and ten seconds, each within
     * {@link QueryConfig#deadline()} and {@link QueryConfig#maxCalls()}.
     *
     * @return the last step's answer, without events, its reports those of the whole stream. It has a {@code next} if the
     *     limit was reached, no source can go on, or all failed at once. A refusal comes before anything was handed over,
     *     or at a gap that is not allowed.
     */
    public Uni<QueryResult> export(Query query, EventSink sink) {
        return Uni.createFrom().deferred(() -> {
            Allowance allowance = allowance(shorter(config.deadline(), STEP_TIME));
            return new Export(Roster.of(query, sources), allowance, clock, sink, STEP).run();
        });
    }

    private Allowance allowance(Duration time) {
        return new Allowance(clock, time, config.maxCalls());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
