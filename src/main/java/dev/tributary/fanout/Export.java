package dev.tributary.fanout;

import dev.tributary.source.Freshness;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** A walk in one stream, step by step. */
final class Export {
    private static final int STEP = 1_000;

    private final Function<Query, Uni<QueryResult>> page;
    private final EventSink sink;

    Export(Function<Query, Uni<QueryResult>> page, EventSink sink) {
        this.page = page;
        this.sink = sink;
    }

    Uni<QueryResult> run(Query query) {
        Query step = new Query(
                query.window(),
                query.order(),
                Math.min(STEP, query.limit()),
                query.filter(),
                query.partial(),
                Freshness.CACHED,
                query.scan(),
                query.walk());
        return page.apply(step).chain(result -> result instanceof Answer answer ? goOn(query, answer) : ended(result));
    }

    private Uni<QueryResult> goOn(Query query, Answer answer) {
        long left = query.limit() - answer.events().size();
        return sink.events(answer.events()).chain(() -> {
            Walk next = answer.next();
            return next == null || left == 0 ? ended(summary(answer)) : next(query, answer, next, left);
        });
    }

    private Uni<QueryResult> next(Query query, Answer answer, Walk next, long left) {
        Query rest = new Query(
                query.window(),
                query.order(),
                left,
                query.filter(),
                query.partial(),
                query.freshness(),
                query.scan(),
                next);
        return sink.progress(answer.reached(), next).chain(() -> run(rest));
    }

    private static Uni<QueryResult> ended(QueryResult result) {
        return Uni.createFrom().item(result);
    }

    private static Answer summary(Answer last) {
        return new Answer(
                last.query(),
                last.reached(),
                last.settledTo(),
                List.of(),
                last.next(),
                last.followFrom(),
                last.complete(),
                last.sources());
    }
}
