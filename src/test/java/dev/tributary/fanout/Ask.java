package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Scan;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query in the making, and what became of it. */
record Ask(
        Window window,
        EventOrder order,
        int limit,
        PartialMode partial,
        Freshness freshness,
        @Nullable Walk walk) {
    private static final int ALL = 1_000;

    Ask(Window window, EventOrder order) {
        this(window, order, ALL, PartialMode.ALLOW, Freshness.CACHED, null);
    }

    Ask limit(int events) {
        return new Ask(window, order, events, partial, freshness, walk);
    }

    Ask partial(PartialMode mode) {
        return new Ask(window, order, limit, mode, freshness, walk);
    }

    Ask walk(@Nullable Walk from) {
        return new Ask(window, order, limit, partial, freshness, from);
    }

    Ask freshness(Freshness asked) {
        return new Ask(window, order, limit, partial, asked, walk);
    }

    /** Goes on where a page ended. */
    Ask from(Answer page) {
        return walk(page.next());
    }

    Ask over(Window part) {
        return new Ask(part, order, limit, partial, freshness, walk);
    }

    QueryResult of(Sources sources) {
        return pending(sources).await().indefinitely();
    }

    Uni<QueryResult> pending(Sources sources) {
        return pending(sources, Duration.ofMinutes(1));
    }

    Uni<QueryResult> pending(Sources sources, Duration deadline) {
        return fanout(sources, new Limits(deadline, ALL, Optional.empty(), Duration.ofSeconds(1)))
                .answer(query(), Uni.createFrom()::item);
    }

    /** @param step events from one line of progress to the next at most */
    Uni<QueryResult> export(Sources sources, EventSink sink, int step) {
        return export(sources, sink, step, Duration.ofMinutes(1));
    }

    /** @param stepTime from one line of progress to the next */
    Uni<QueryResult> export(Sources sources, EventSink sink, int step, Duration stepTime) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofMinutes(1), Integer.MAX_VALUE);
        return export(sources, sink, allowance, Clock.systemUTC(), step, stepTime);
    }

    Uni<QueryResult> export(
            Sources sources, EventSink sink, Allowance allowance, Clock clock, int step, Duration stepTime) {
        return new Export(Roster.of(query(), sources), allowance, clock, met -> {}, sink, step, stepTime).run();
    }

    /** What one process asks with, if queries may hold so much. */
    Fanout fanout(Sources sources, long bytes, Duration queueWait) {
        Optional<MemorySize> memory = Optional.of(new MemorySize(BigInteger.valueOf(bytes)));
        return fanout(sources, new Limits(Duration.ofMinutes(1), ALL, memory, queueWait));
    }

    /** What one process asks with, if so many queries may read at a time. */
    Fanout fanout(Sources sources, int queries) {
        return fanout(sources, new Limits(Duration.ofMinutes(1), queries, Optional.empty(), Duration.ofMillis(10)));
    }

    private static Fanout fanout(Sources sources, Limits limits) {
        return new Fanout(sources, limits, Clock.systemUTC(), met -> {});
    }

    Query query() {
        return new Query(window, order, limit, Filter.none(), partial, freshness, Scan.NEEDED, walk);
    }

    private record Limits(Duration deadline, int maxQueries, Optional<MemorySize> maxBufferedBytes, Duration queueWait)
            implements QueryConfig {
        @Override
        public Duration maxWindow() {
            return Duration.ofDays(31);
        }

        @Override
        public int maxLimit() {
            return ALL;
        }

        @Override
        public int maxCalls() {
            return Integer.MAX_VALUE;
        }
    }
}
