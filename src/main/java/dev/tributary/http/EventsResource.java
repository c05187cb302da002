package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Busy;
import dev.tributary.fanout.Fanout;
import dev.tributary.fanout.QueryResult;
import dev.tributary.fanout.Refusal;
import dev.tributary.format.JsonAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}: one page of events of all sources, in order. */
@Path("/events")
public class EventsResource {

    private final RequestCheck check;
    private final Fanout fanout;

    EventsResource(RequestCheck check, Fanout fanout) {
        this.check = check;
        this.fanout = fanout;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> events(@Context UriInfo uri, @Context HttpHeaders headers) {
        Checked checked = check.check(uri.getQueryParameters());
        if (checked instanceof EventsRequest request) {
            CacheDirectives directives = new CacheDirectives(headers.getRequestHeader(HttpHeaders.CACHE_CONTROL));
            return fanout.answer(request.query().with(directives.freshness())).map(result -> response(request, result));
        }
        return Uni.createFrom().item(Problem.of((Rejected) checked).response().build());
    }

    private static Response response(EventsRequest request, QueryResult result) {
        if (result instanceof Busy busy) {
            return new BusyProblem(busy).response();
        }
        return result instanceof Answer answer
                ? page(request, answer)
                : new RefusalProblem(request, (Refusal) result).response();
    }

    private static Response page(EventsRequest request, Answer answer) {
        @Nullable String next = answer.next() == null ? null : request.frozen().link(answer.next());
        Response.ResponseBuilder response = Response.ok(
                        JsonAnswer.of(answer, request.raw(), next, request::gapLink), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Tributary-Complete", answer.complete());
        return next == null
                ? response.build()
                : response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                        .build();
    }
}
