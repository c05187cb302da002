package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
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

    private static final int AFTER_QUARKUS_HAS_SEEN_THE_TOKEN = 50; // which it does at 200 and 100, and judges later

    /** All that is for everybody. */
    private static final Set<String> PUBLIC = Set.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final String CALLER = Caller.class.getName();

    private final Callers callers;
    private final IssuedTokens issued;

    Doorkeeper(Callers callers, IssuedTokens issued) {
        this.callers = callers;
        this.issued = issued;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_QUARKUS_HAS_SEEN_THE_TOKEN);
    }

    /** Who asks; only where something not public is asked for. */
    static Caller caller(RoutingContext context) {
        return context.get(CALLER);
    }

    private void admit(RoutingContext context) {
        String path = context.normalizedPath();
        if (PUBLIC.contains(path) || PageFiles.holds(path)) {
            context.next();
            return;
        }
        admission(context).subscribe().with(admission -> answer(admission, context), failure -> fail(failure, context));
    }

    private Uni<Admission> admission(RoutingContext context) {
        if (callers.areAnybody()) {
            return Uni.createFrom().item(new Admission.Admitted(Caller.anybody()));
        }
        Optional<String> token = BearerToken.in(context.request().headers().getAll(HttpHeaders.AUTHORIZATION));
        Optional<Caller> known = token.flatMap(callers::withToken);
        return token.isEmpty() || known.isPresent()
                ? Uni.createFrom().item(Admission.of(known))
                : issued.admission(context);
    }

    private static void answer(Admission admission, RoutingContext context) {
        if (admission instanceof Admission.Admitted admitted) {
            letIn(admitted.caller(), context);
        } else if (admission instanceof Admission.WithoutSources) {
            Problem.of(ProblemType.FORBIDDEN).end(context.response());
        } else {
            refuse(context);
        }
    }

    /** The issuer cannot be asked, say: the log tells, and to the client it is all the same. */
    private static void fail(Throwable failure, RoutingContext context) {
        Defect.of(failure).log();
        refuse(context);
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
