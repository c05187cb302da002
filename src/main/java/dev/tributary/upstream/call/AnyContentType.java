package dev.tributary.upstream.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Makes bytes of every answer, whatever it calls itself: the REST client reads none, not even an error's, whose content
 * type it cannot parse ({@code json}, an empty one, two in one line).
 */
public final class AnyContentType implements ClientResponseFilter {

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        // Quarkus calls this for a connection that broke, too: then there are no headers.
        if (response.getHeaders() != null) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }
}
