package dev.tributary.upstream.call;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/**
 * Makes bytes of every answer, whatever it calls itself: the REST client reads none, not even an error's, whose content
 * type it cannot parse ({@code json}, an empty one, two in one line).
 */
public final class AnyContentType implements ResteasyReactiveClientResponseFilter {

    @Override
    public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        // Quarkus calls this for a connection that broke, too: then there are no headers.
        if (response.getHeaders() != null) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }
}
