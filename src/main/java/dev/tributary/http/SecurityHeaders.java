package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What every answer tells browsers: to take it for nothing else, to load nothing for it, to show it in no frame. */
class SecurityHeaders {

    /** Before all that may answer. */
    private static final int FIRST = LongAddresses.BEFORE_ALL_ROUTES + 2;

    private static final String A_YEAR = "max-age=31536000";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::put, FIRST);
    }

    static void put(RoutingContext context) {
        putInto(context.response().headers());
        if (context.request().isSSL()) {
            context.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        context.next();
    }

    /** Those of every answer, however it came. */
    static void putInto(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
