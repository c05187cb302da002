package dev.tributary.http;

import dev.tributary.format.JsonStatuses;
import dev.tributary.source.Sources;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code GET /sources}: how each source that the caller sees is doing. */
@Path("/sources")
public class SourcesResource {

    private final Sources sources;

    SourcesResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public Response sources(@Context RoutingContext context) {
        Sources seen = Doorkeeper.caller(context).sources().seenOf(sources);
        return Response.ok(JsonStatuses.of(seen), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
