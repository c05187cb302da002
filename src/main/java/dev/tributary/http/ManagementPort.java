package dev.tributary.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * The port of health. Its server checks no address, tells browsers nothing, and writes what fails to the log with a
 * stack trace and what the client sent; so all that is done here, before all that Quarkus has there.
 */
class ManagementPort {

    private static final int BEFORE_ALL_ROUTES = Integer.MIN_VALUE;

    void register(@Observes ManagementInterface management) {
        management
                .router()
                .route()
                .order(BEFORE_ALL_ROUTES)
                .handler(ManagementPort::putHeaders)
                .handler(MalformedAddresses::check)
                .failureHandler(ManagementPort::answer);
    }

    private static void putHeaders(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SecurityHeaders.put(context);
    }

    private static void answer(RoutingContext failed) {
        if (isRefusal(failed.statusCode())) {
            failed.response().setStatusCode(failed.statusCode()).end();
        } else {
            Defect.of(failed.failure()).log();
            Problem.of(ProblemType.INTERNAL_ERROR).end(failed.response());
        }
    }

    /** Of the client's request; without a status it is a defect. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }
}
