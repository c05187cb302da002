package dev.tributary.upstream.imagelog;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/** HSS's {@code ListContainerImageLogs} as it goes over the wire: paths and names, no rules. */
@Path("/v5/{project_id}/container/image/events")
interface ImageLogClient {

    /**
     * @param start milliseconds or seconds since 1970: the unit is not documented
     * @param end likewise
     * @param limit rows, 1 to 200
     * @param offset rows, 0 to 2,000,000
     * @param traceparent null leaves the header out
     * @return the body; null when it is empty
     */
    @GET
    @ClientHeaderParam(name = "Content-Type", value = "application/json")
    Uni<byte[]> page(
            @PathParam("project_id") String project,
            @QueryParam("start_time") long start,
            @QueryParam("end_time") long end,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset,
            @HeaderParam("traceparent") @Nullable String traceparent);
}
