package dev.tributary.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Makes a problem of a request that the server refuses before any resource sees it, such as one without a host. Quarkus's
 * own answer is none, and its log gets a stack trace each time.
 */
class UnreadRequests {

    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE;

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).failureHandler(UnreadRequests::answer);
    }

    private static void answer(RoutingContext context) {
        if (context.statusCode() != ProblemType.BAD_REQUEST.status()
                || context.response().headWritten()) {
            context.next();
            return;
        }
        SecurityHeaders.putInto(context.response().headers());
        Problem.of(ProblemType.BAD_REQUEST).end(context.response());
    }
}
