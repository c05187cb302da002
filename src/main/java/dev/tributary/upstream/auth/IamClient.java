package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** IAM's "Obtaining a User Token Through Password Authentication" as it goes over the wire. Called by {@link IamLogin}. */
@Path("/v3/auth/tokens")
interface IamClient {

    /**
     * @param nocatalog any text leaves the bulky catalog out of the answer
     * @param login JSON
     * @return the answer of any status
     */
    @POST
    @Consumes("application/json;charset=UTF-8")
    Uni<Response> tokens(@QueryParam("nocatalog") String nocatalog, byte[] login);
}
