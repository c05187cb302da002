package dev.tributary.upstream.registryaudit;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/** SWR's {@code ListAuditLogs} as it goes over the wire: paths and names, no rules. */
@Path("/v2/{project_id}/instances/{instance_id}/audit-logs")
interface RegistryAuditClient {

    /**
     * @param operation {@code pull}, {@code delete} or {@code create}; SWR refuses a call without it
     * @param limit rows, 1 to 100; always sent together with {@code offset}
     * @param offset rows, a multiple of {@code limit}
     * @param traceparent null leaves the header out
     * @return the body; null when it is empty
     */
    @GET
    @ClientHeaderParam(name = "Content-Type", value = "application/json")
    Uni<byte[]> page(
            @PathParam("project_id") String project,
            @PathParam("instance_id") String instance,
            @QueryParam("operation") String operation,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset,
            @HeaderParam("traceparent") @Nullable String traceparent);
}
