package dev.tributary.http;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.source.Sources;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whom a token makes known that the configured issuer has signed. */
@Singleton
class IssuedTokens {

    private final OidcConfig config;
    private final HttpAuthenticator authenticator;
    private final Sources sources;
    private final int maxQueries;

    IssuedTokens(CallersConfig callers, QueryConfig queries, HttpAuthenticator authenticator, Sources sources) {
        this.config = callers.oidc();
        this.authenticator = authenticator;
        this.sources = sources;
        this.maxQueries = Caller.usualQueries(queries);
    }

    /** By the token of this request; unknown if there is no issuer, or the token is not good. */
    Uni<Admission> admission(RoutingContext context) {
        return config.issuer().isEmpty() ? Uni.createFrom().item(new Admission.Unknown()) : asked(context);
    }

    /** Who asks the issuer may hear of it on any thread, and goes on where the request is. */
    private Uni<Admission> asked(RoutingContext context) {
        Context own = context.vertx().getOrCreateContext();
        return authenticator
                .attemptAuthentication(context)
                .map(this::admission)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(new Admission.Unknown())
                .emitOn(task -> own.runOnContext(any -> task.run()));
    }

    private Admission admission(@Nullable SecurityIdentity identity) {
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? admission(token)
                : new Admission.Unknown();
    }

    private Admission admission(JsonWebToken token) {
        SourcePatterns seen = SourcePatterns.of(patterns(token.getClaim(config.sourcesClaim())));
        return seen.seenOf(sources).all().isEmpty()
                ? new Admission.WithoutSources()
                : new Admission.Admitted(new Caller("oidc:" + token.getName(), seen, maxQueries));
    }

    private static List<String> patterns(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().flatMap(each -> names(text(each))).toList();
        }
        return claim == null ? List.of() : names(text(claim)).toList();
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }

    private static Stream<String> names(String text) {
        return Stream.of(text.split("\\s+")).filter(name -> !name.isEmpty());
    }
}
