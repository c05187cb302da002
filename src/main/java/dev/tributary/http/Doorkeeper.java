package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who may ask, before anything looks at what is asked. Whoever has to stay outside gets the same answer whatever
 * was wrong with his token, or whether he had one.
 */
@Singleton
class Doorkeeper {

    private static final int AFTER_MALFORMED_ADDRESSES = MalformedAddresses.AFTER_LONG_ADDRESSES - 1;

    /** All that is for everybody. */
    private static final Set<String> PUBLIC = Set.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final String CALLER = Caller.class.getName();

    private final Callers callers;

    Doorkeeper(Callers callers) {
        this.callers = callers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_MALFORMED_ADDRESSES);
    }

    /** Who asks; only where something not public is asked for. */
    static Caller caller(RoutingContext context) {
        return context.get(CALLER);
    }

    private void admit(RoutingContext context) {
        if (PUBLIC.contains(context.normalizedPath())) {
            context.next();
            return;
        }
        Optional<Caller> caller = callers.areAnybody() ? Optional.of(Caller.anybody()) : known(context);
        caller.ifPresentOrElse(known -> letIn(known, context), () -> refuse(context));
    }

    private Optional<Caller> known(RoutingContext context) {
        return BearerToken.in(context.request().headers().getAll(HttpHeaders.AUTHORIZATION))
                .flatMap(callers::withToken);
    }

    private static void letIn(Caller caller, RoutingContext context) {
        context.put(CALLER, caller);
        context.next();
    }

    private static void refuse(RoutingContext context) {
        context.response().putHeader(WWW_AUTHENTICATE, "Bearer");
        Problem.of(ProblemType.UNAUTHORIZED).end(context.response());
    }
}
