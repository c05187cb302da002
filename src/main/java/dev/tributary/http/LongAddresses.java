package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Makes a problem of a request line of more than 16 KB. The server reads twice as much; beyond that it answers a 414
 * without a body, and nobody is asked.
 */
class LongAddresses {

    static final int BEFORE_ALL_ROUTES = 1_000;

    private static final int LONGEST_REQUEST_LINE = 16 * 1024;

    void register(@Observes Filters filters) {
        filters.register(LongAddresses::check, BEFORE_ALL_ROUTES);
    }

    private static void check(RoutingContext context) {
        if (requestLine(context.request()) > LONGEST_REQUEST_LINE) {
            Problem.of(ProblemType.URI_TOO_LONG).end(context.response());
        } else {
            context.next();
        }
    }

    private static int requestLine(HttpServerRequest request) {
        return request.method().name().length() + request.uri().length() + "  HTTP/1.1".length();
    }
}
