package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Busy;
import dev.tributary.fanout.QueryResult;
import dev.tributary.fanout.Refusal;
import dev.tributary.fanout.SourceReport;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One request, from its arrival to the end of its answer: what is noted of it on the way. */
final class Visit {

    private static final String KEY = Visit.class.getName();

    private final Instant begun;
    private volatile @Nullable Format format;
    private volatile QueryTrace trace = QueryTrace.NONE;
    private volatile @Nullable QueryResult result;
    private volatile List<SourceReport> reports = List.of();
    private final AtomicLong events = new AtomicLong();

    private Visit(Instant begun) {
        this.begun = begun;
    }

    static Visit begin(RoutingContext context, Instant now) {
        Visit visit = new Visit(now);
        context.put(KEY, visit);
        return visit;
    }

    static Visit of(RoutingContext context) {
        return context.get(KEY);
    }

    void asks(Format asked) {
        format = asked;
    }

    void isFollowedBy(QueryTrace begun) {
        trace = begun;
    }

    /** An export has come so far. */
    void step(Answer step) {
        reports = step.sources();
    }

    /** So many more are on their way to the client. */
    void handsOver(long more) {
        events.addAndGet(more);
    }

    /** Nothing more comes of the query. */
    void ends(QueryResult last) {
        result = last;
        if (last instanceof Answer answer) {
            reports = answer.sources();
        } else if (last instanceof Refusal refusal) {
            reports = refusal.sources();
        }
    }

    Instant begun() {
        return begun;
    }

    QueryTrace trace() {
        return trace;
    }

    /** Null if that was never understood. */
    @Nullable
    Format format() {
        return format;
    }

    /**
     * How its query ended; null if it never became one.
     *
     * @param status of the answer
     * @param isCut whether the answer ended before its end
     */
    @Nullable
    Ending ending(int status, boolean isCut) {
        if (format == null) {
            return null;
        }
        return isCut ? Ending.CUT : ending(status);
    }

    private Ending ending(int status) {
        if (result instanceof Answer answer) {
            return answer.complete() ? Ending.COMPLETE : Ending.PARTIAL;
        }
        boolean isOneTooMany = status == ProblemType.TOO_MANY_QUERIES.status();
        return result instanceof Busy || isOneTooMany ? Ending.REFUSED : Ending.FAILED;
    }

    /** What the sources did, as far as is known. */
    List<SourceReport> reports() {
        return reports;
    }

    long events() {
        return events.get();
    }
}
