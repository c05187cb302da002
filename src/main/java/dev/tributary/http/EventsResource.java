package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Busy;
import dev.tributary.fanout.Fanout;
import dev.tributary.fanout.QueryResult;
import dev.tributary.fanout.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code GET /events}: the events of all sources, in order; a page of them, or all in one stream. */
@Path("/events")
public class EventsResource {

    private final RequestCheck check;
    private final Fanout fanout;

    EventsResource(RequestCheck check, Fanout fanout) {
        this.check = check;
        this.fanout = fanout;
    }

    // Nothing stands here of what is produced: the parameter format goes before what the framework would look at.
    @GET
    public Uni<Response> events(@Context UriInfo uri, @Context HttpHeaders headers) {
        Accept accept = Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT));
        Checked checked = check.check(uri.getQueryParameters(), accept);
        if (checked instanceof EventsRequest request) {
            CacheDirectives directives = new CacheDirectives(headers.getRequestHeader(HttpHeaders.CACHE_CONTROL));
            return answer(request.with(directives.freshness()));
        }
        return Uni.createFrom().item(Problem.of((Rejected) checked).response().build());
    }

    private Uni<Response> answer(EventsRequest request) {
        return request.format() == Format.NDJSON
                ? ExportResponse.of(request, fanout)
                : fanout.answer(request.query()).map(result -> response(request, result));
    }

    private static Response response(EventsRequest request, QueryResult result) {
        if (result instanceof Busy busy) {
            return new BusyProblem(busy).response();
        }
        return result instanceof Answer answer
                ? PageResponse.of(request, answer)
                : new RefusalProblem(request, (Refusal) result).response();
    }
}
