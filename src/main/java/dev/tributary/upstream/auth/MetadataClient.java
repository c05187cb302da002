package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The metadata service as it goes over the wire (as the vendor's SDK calls it). Called by {@link MetadataService}. */
@Path("/")
interface MetadataClient {

    /** @return of any status; the body of a 200 is the token as plain text */
    @PUT
    @Path("meta-data/latest/api/token")
    Uni<Response> token(@HeaderParam("X-Metadata-Token-Ttl-Seconds") int ttlSeconds);

    /**
     * @param token left out where the service has none
     * @return of any status; the body of a 200 is JSON
     */
    @GET
    @Path("openstack/latest/securitykey")
    Uni<Response> securityKey(@HeaderParam("X-Metadata-Token") @Nullable String token);
}
