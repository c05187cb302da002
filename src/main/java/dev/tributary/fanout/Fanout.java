package dev.tributary.fanout;

import dev.tributary.source.Allowance;
import dev.tributary.source.BufferPool;
import dev.tributary.source.Reservation;
import dev.tributary.source.Sources;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Asks all sources of a query at the same time and answers with one page in one order. */
@ApplicationScoped
public class Fanout {
    private static final int PART_OF_THE_HEAP = 4;

    private final Sources sources;
    private final QueryConfig config;
    private final Clock clock;
    private final BufferPool memory;

    Fanout(Sources sources, QueryConfig config, Clock clock) {
        this.sources = sources;
        this.config = config;
        this.clock = clock;
        this.memory = new BufferPool(config.maxBufferedBytes()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP));
    }

    /**
     * One page of the query, or why there can be none; within {@link QueryConfig#deadline()} from when there is memory for
     * it.
     */
    public Uni<QueryResult> answer(Query query) {
        return reserved(query, query.limit(), part -> begin(query, part).run());
    }

    /**
     * A walk in one stream: steps of up to a thousand events, each within {@link QueryConfig#deadline()}.
     *
     * @return the last step's answer, without events; a refusal if nothing was handed over, or a gap was met that is not
     *     allowed; busy if there was no memory for its first step
     */
    public Uni<QueryResult> export(Query query, EventSink sink) {
        return reserved(query, 0, part -> new Export(step -> begin(step, part).run(), sink).run(query));
    }

    /**
     * Does the work once there is memory for it: for a page of each source, and for the events that are held till the end.
     *
     * @param events 0 or more
     */
    private Uni<QueryResult> reserved(Query query, long events, Function<Reservation, Uni<QueryResult>> work) {
        return Uni.createFrom().deferred(() -> {
            Footprint needed = Footprint.of(Roster.of(query, sources).asked(), events);
            return memory.holding(
                    needed.pages(),
                    needed.events(),
                    config.queueWait(),
                    part -> part.map(work).orElseGet(() -> Uni.createFrom().item(new Busy(config.queueWait()))));
        });
    }

    private Page begin(Query query, Reservation part) {
        Allowance allowance = new Allowance(clock, config.deadline(), config.maxCalls(), part);
        return new Page(Roster.of(query, sources), allowance, clock);
    }
}
