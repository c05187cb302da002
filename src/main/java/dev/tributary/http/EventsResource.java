package dev.tributary.http;

import dev.tributary.fanout.Fanout;
import dev.tributary.source.Sources;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code GET /events}: the events of all sources that the caller sees, in order; a page of them, or all in one stream. */
@Path("/events")
public class EventsResource {

    private final RequestCheck check;
    private final Fanout fanout;
    private final Sources sources;
    private final QueryPlaces places;
    private final QueryTraces traces;
    private final Stopping stopping;

    EventsResource(
            RequestCheck check,
            Fanout fanout,
            Sources sources,
            QueryPlaces places,
            QueryTraces traces,
            Stopping stopping) {
        this.check = check;
        this.fanout = fanout;
        this.sources = sources;
        this.places = places;
        this.traces = traces;
        this.stopping = stopping;
    }

    // Nothing stands here of what is produced: the parameter format goes before what the framework would look at.
    @GET
    public Uni<Response> events(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request method,
            @Context RoutingContext context) {
        Accept accept = Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT));
        SourcePatterns seen = Doorkeeper.caller(context).sources();
        Checked checked = check.check(uri.getQueryParameters(), accept, seen);
        if (checked instanceof EventsRequest request) {
            CacheDirectives directives = new CacheDirectives(headers.getRequestHeader(HttpHeaders.CACHE_CONTROL));
            Uni<Response> answer = inPlace(request.with(directives.freshness()), context);
            return method.getMethod().equals(HttpMethod.HEAD) ? answer.invoke(EventsResource::withoutBody) : answer;
        }
        return Uni.createFrom().item(Problem.of((Rejected) checked).response().build());
    }

    /** The answer, if the caller may have one more under way; it is under way until he has it, or has gone. */
    private Uni<Response> inPlace(EventsRequest request, RoutingContext context) {
        Visit.of(context).asks(request.format());
        return places.hold(context, request.format())
                ? answer(request, context)
                : Uni.createFrom().item(QueryPlaces.problem());
    }

    private Uni<Response> answer(EventsRequest request, RoutingContext context) {
        Sources seen = Doorkeeper.caller(context).sources().seenOf(sources);
        QueryTrace trace = traces.begin(context.request().getHeader("traceparent"));
        Visit.of(context).isFollowedBy(trace);
        NotedFanout noted = new NotedFanout(fanout.over(seen, trace.traceparent()), Visit.of(context));
        return request.format() == Format.NDJSON
                ? ExportResponse.of(request, noted, stopping)
                : PageResponse.of(request, noted);
    }

    /** The framework writes no body for a {@code HEAD}, and tells nobody. */
    private static void withoutBody(Response response) {
        if (response.getEntity() instanceof Streamed body) {
            body.unwanted();
        }
    }
}
