package dev.tributary.upstream.call;

import dev.tributary.source.SourceMeter;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jboss.resteasy.reactive.client.api.LoggingScope;

/**
 * Where and how one source calls its upstream.
 *
 * @param source the source's name
 * @param endpoint base URL without a trailing slash
 * @param meter told of every call
 * @param jitter chance in the waits between two attempts
 */
public record Connection(
        String source,
        URI endpoint,
        Duration connectTimeout,
        CallSettings settings,
        Authenticator authenticator,
        Pace pace,
        SourceMeter meter,
        Vertx vertx,
        Clock clock,
        RandomGenerator jitter) {

    /** Builds what talks over this connection from a REST client of type {@code C} and the layers for its calls. */
    public <C, S> S open(Class<C> client, BiFunction<C, Calls, S> opened) {
        CredentialFilter credentials = new CredentialFilter();
        CallStatus status = new CallStatus(clock);
        C proxy = UpstreamTrust.in(QuarkusRestClientBuilder.newBuilder())
                .baseUri(endpoint)
                .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                // The timeout of an attempt ends it; this one closes its connection when no answer has begun.
                .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .enableCompression(true)
                .userAgent("tributary")
                .clientLogger(new BodyLimit(settings.maxResponseBytes()))
                .loggingScope(LoggingScope.REQUEST_RESPONSE)
                .register(credentials)
                .register(status)
                .register(new AnyContentType())
                .build(client);
        return opened.apply(proxy, new Calls(this, credentials.newest(), status));
    }
}
