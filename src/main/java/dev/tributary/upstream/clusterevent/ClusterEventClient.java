package dev.tributary.upstream.clusterevent;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/** HSS's {@code ListClusterEventLogs} as it goes over the wire: paths and names, no rules. */
@Path("/v5/{project_id}/container/kubernetes/cluster/events")
interface ClusterEventClient {

    /**
     * @param enterpriseProject null leaves the parameter out
     * @param start milliseconds or seconds since 1970: the unit is not documented
     * @param end likewise
     * @param limit rows, 1 to 200; mandatory although it has a default
     * @param offset rows, 0 to 2,000,000; mandatory although it has a default
     * @param lineNum number of a row, for paging; null leaves the parameter out
     * @param traceparent null leaves the header out
     * @return the body; null when it is empty
     */
    @GET
    @ClientHeaderParam(name = "Content-Type", value = "application/json")
    Uni<byte[]> page(
            @PathParam("project_id") String project,
            @QueryParam("enterprise_project_id") @Nullable String enterpriseProject,
            @QueryParam("cluster_id") String cluster,
            @QueryParam("start_time") long start,
            @QueryParam("end_time") long end,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset,
            @QueryParam("line_num") @Nullable String lineNum,
            @HeaderParam("traceparent") @Nullable String traceparent);
}
