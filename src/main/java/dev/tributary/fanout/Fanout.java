package dev.tributary.fanout;

import dev.tributary.source.Allowance;
import dev.tributary.source.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Asks all sources of a query at the same time and answers with one page in one order. */
@ApplicationScoped
public class Fanout {
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
        return Uni.createFrom().deferred(() -> begin(query).run());
    }

    /**
     * A walk in one stream: steps of up to a thousand events, each within {@link QueryConfig#deadline()}.
     *
     * @return the last step's answer, without events; a refusal if nothing was handed over, or a gap was met that is not
     *     allowed
     */
    public Uni<QueryResult> export(Query query, EventSink sink) {
        return Uni.createFrom().deferred(() -> new Export(this::answer, sink).run(query));
    }

    private Page begin(Query query) {
        Allowance allowance = new Allowance(clock, config.deadline(), config.maxCalls());
        return new Page(Roster.of(query, sources), allowance, clock);
    }
}
