package dev.tributary.http;

import dev.tributary.fanout.Busy;
import dev.tributary.fanout.QueryResult;
import dev.tributary.fanout.Refusal;
import jakarta.ws.rs.core.Response;

/** What a client gets where there is nothing to hand over. */
final class NoAnswer {

    private NoAnswer() {}

    /** @param result no answer */
    static Response response(EventsRequest request, QueryResult result) {
        return result instanceof Busy busy
                ? new BusyProblem(busy).response()
                : new RefusalProblem(request, (Refusal) result).response();
    }
}
