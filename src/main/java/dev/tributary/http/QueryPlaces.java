package dev.tributary.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many queries each caller has under way, so that none of them takes the turns of all. */
@Singleton
class QueryPlaces {

    /** Seconds: pages last no longer, as a rule. */
    private static final int SOON = 1;

    private final Map<String, Taken> byCaller = new HashMap<>();

    private record Taken(int queries, int exports) {

        static final Taken NONE = new Taken(0, 0);

        Taken and(Format format, int more) {
            return new Taken(queries + more, format == Format.NDJSON ? exports + more : exports);
        }

        /** Exports last as long as their clients like: as of all queries, at most half are exports. */
        boolean isWithin(int limit) {
            return queries <= limit && exports <= limit - limit / 2;
        }
    }

    /**
     * Takes a place for a query of the caller until its answer has ended, or its client has gone.
     *
     * @return false, and nothing is taken, if the caller has all that he may have
     */
    boolean hold(RoutingContext context, Format format) {
        Caller caller = Doorkeeper.caller(context);
        boolean isTaken = tryTake(caller, format);
        if (isTaken) {
            AtomicBoolean isHeld = new AtomicBoolean(true); // the end and the loss of the connection may both be told
            context.addEndHandler(end -> {
                if (isHeld.compareAndSet(true, false)) {
                    give(caller, format);
                }
            });
        }
        return isTaken;
    }

    /** For whom there was none. */
    static Response problem() {
        return Problem.of(ProblemType.TOO_MANY_QUERIES)
                .response()
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .build();
    }

    private synchronized boolean tryTake(Caller caller, Format format) {
        Taken now = byCaller.getOrDefault(caller.name(), Taken.NONE).and(format, 1);
        boolean isFree = now.isWithin(caller.maxQueries());
        if (isFree) {
            byCaller.put(caller.name(), now);
        }
        return isFree;
    }

    private synchronized void give(Caller caller, Format format) {
        byCaller.computeIfPresent(caller.name(), (name, taken) -> {
            Taken left = taken.and(format, -1);
            return left.queries() == 0 ? null : left;
        });
    }
}
