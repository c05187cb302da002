package dev.tributary.upstream.databaseaudit;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/** GaussDB's {@code ListAuditLogs} as it goes over the wire: paths and names, no rules. */
@Path("/v3/{project_id}/instances/{instance_id}/audit-logs")
interface DatabaseAuditClient {

    /**
     * @param start {@code yyyy-MM-dd'T'HH:mm:ss+0000}; the plus is encoded, a bare one would be read as a space
     * @param end likewise, later than {@code start} by at most 30 days
     * @param offset rows; mandatory although it has a default
     * @param limit rows, 1 to 100; mandatory although it has a default
     * @param traceparent null leaves the header out
     * @return the body; null when it is empty
     */
    @GET
    @ClientHeaderParam(name = "Content-Type", value = "application/json")
    @ClientHeaderParam(name = "X-Language", value = "en-us")
    Uni<byte[]> page(
            @PathParam("project_id") String project,
            @PathParam("instance_id") String instance,
            @QueryParam("start_time") String start,
            @QueryParam("end_time") String end,
            @QueryParam("offset") int offset,
            @QueryParam("limit") int limit,
            @HeaderParam("traceparent") @Nullable String traceparent);
}
