package dev.tributary.http;

import dev.tributary.event.Event;
import dev.tributary.fanout.Answer;
import dev.tributary.fanout.EventSink;
import dev.tributary.fanout.Fanout;
import dev.tributary.fanout.Query;
import dev.tributary.fanout.QueryResult;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/**
 * The fanout for one request, with what comes of it noted for the access log.
 *
 * @param fanout over the sources that the caller sees
 */
record NotedFanout(Fanout fanout, Visit visit) {

    /** See {@link Fanout#answer}. */
    <T> Uni<T> answer(Query query, Function<QueryResult, Uni<T>> use) {
        return fanout.answer(query, result -> use.apply(noted(result)));
    }

    private QueryResult noted(QueryResult result) {
        visit.ends(result);
        if (result instanceof Answer answer) {
            visit.handsOver(answer.events().size());
        }
        return result;
    }

    /** See {@link Fanout#export}. */
    Uni<QueryResult> export(Query query, EventSink sink) {
        return fanout.export(query, new NotedSink(sink, visit)).invoke(visit::ends);
    }

    private record NotedSink(EventSink sink, Visit visit) implements EventSink {

        @Override
        public Uni<Void> events(List<Event> events) {
            visit.handsOver(events.size());
            return sink.events(events);
        }

        @Override
        public Uni<Void> progress(Answer step) {
            visit.step(step);
            return sink.progress(step);
        }

        @Override
        public boolean isInAHurry() {
            return sink.isInAHurry();
        }
    }
}
