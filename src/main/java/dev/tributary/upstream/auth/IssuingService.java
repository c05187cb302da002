package dev.tributary.upstream.auth;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.AnyContentType;
import dev.tributary.upstream.call.BodyLimit;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.call.UpstreamTrust;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jspecify.annotations.Nullable;

/**
 * A service that issues credentials, as far as all of them are alike. What fails is of type {@code auth} and repeats
 * nothing that was sent or received.
 *
 * @param name for messages
 * @param timeout of one exchange: from the first byte sent, or the attempt to connect, to the last one received
 */
record IssuingService(String name, URI base, Duration timeout) {
    /** Bytes: a token is a few thousand; a catalog that comes along unasked may be a few hundred thousand. */
    private static final long LARGEST_ANSWER = 1 << 20;

    /** A REST client for this service, to which an error status is an answer and no exception. */
    <C> C client(Class<C> type) {
        return UpstreamTrust.in(QuarkusRestClientBuilder.newBuilder())
                .baseUri(base)
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .clientLogger(new BodyLimit(LARGEST_ANSWER))
                .loggingScope(LoggingScope.REQUEST_RESPONSE)
                .register(new AnyContentType())
                .disableDefaultMapper(true)
                .build(type);
    }

    /** The answer of any status. */
    Uni<Answer> answer(Uni<Response> exchange) {
        return exchange.map(Answer::new)
                .onFailure() // any: whatever ends the exchange itself, there is no answer
                .transform(broken -> failure("could not be reached", null))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> failure("did not answer in time", null));
    }

    /** An answer of this status that has no credential, or none that can be understood. */
    UpstreamException unusable(int status) {
        if (status >= 500) {
            return failure("is out of order", status);
        }
        if (status >= 400) {
            return failure("refused to issue a credential", status);
        }
        return failure("gave an answer without a credential that can be used", status);
    }

    /** @param what continues {@link #name} as a sentence, without anything that was received */
    UpstreamException failure(String what, @Nullable Integer status) {
        return new UpstreamException(new SourceFailure(FailureType.AUTH, name + " " + what, status, null, null));
    }
}
