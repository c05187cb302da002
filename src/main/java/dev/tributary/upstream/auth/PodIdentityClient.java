package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** CCE pod identity as it goes over the wire (as the vendor's SDK calls it). Called by {@link PodIdentityService}. */
@Path("")
interface PodIdentityClient {

    /**
     * @param token without a scheme
     * @param nothing an empty JSON object
     * @return of any status; the body of a 200 is JSON
     */
    @POST
    @Consumes("application/json;charset=utf-8")
    Uni<Response> credentials(@HeaderParam("Authorization") String token, byte[] nothing);
}
