package dev.tributary.http;

import dev.tributary.fanout.Fanout;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/** {@code GET /events}: the events of all sources, in order; a page of them, or all in one stream. */
@Path("/events")
public class EventsResource {

    private final RequestCheck check;
    private final Fanout fanout;
    private final QueryMeter meter;
    private final Clock clock;

    EventsResource(RequestCheck check, Fanout fanout, QueryMeter meter, Clock clock) {
        this.check = check;
        this.fanout = fanout;
        this.meter = meter;
        this.clock = clock;
    }

    // Nothing stands here of what is produced: the parameter format goes before what the framework would look at.
    @GET
    public Uni<Response> events(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request method) {
        Accept accept = Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT));
        Checked checked = check.check(uri.getQueryParameters(), accept);
        if (checked instanceof EventsRequest request) {
            CacheDirectives directives = new CacheDirectives(headers.getRequestHeader(HttpHeaders.CACHE_CONTROL));
            Uni<Response> answer = answer(request.with(directives.freshness()));
            return method.getMethod().equals(HttpMethod.HEAD) ? answer.invoke(EventsResource::withoutBody) : answer;
        }
        return Uni.createFrom().item(Problem.of((Rejected) checked).response().build());
    }

    private Uni<Response> answer(EventsRequest request) {
        Course course = new Course(request.format(), meter, clock);
        return request.format() == Format.NDJSON
                ? ExportResponse.of(request, fanout, course)
                : PageResponse.of(request, fanout, course);
    }

    /** The framework writes no body for a {@code HEAD}, and tells nobody. */
    private static void withoutBody(Response response) {
        if (response.getEntity() instanceof Streamed body) {
            body.unwanted();
        }
    }
}
