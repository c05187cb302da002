package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.BodyLimit;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jspecify.annotations.Nullable;

/** One login at IAM: a password goes out, a token comes back, or a failure that repeats nothing of either. */
final class IamLogin {
    private static final int CREATED = 201;

    /** Bytes: a token is a few thousand; a catalog that comes along unasked may be a few hundred thousand. */
    private static final long LARGEST_ANSWER = 1 << 20;

    private final PasswordLogin login;
    private final Clock clock;
    private final Duration timeout;
    private final IamClient client;
    private final TokenExpiry expiry = new TokenExpiry();

    /** @param timeout from the first byte sent, or the attempt to connect, to the last one received */
    IamLogin(PasswordLogin login, Clock clock, Duration timeout) {
        this.login = login;
        this.clock = clock;
        this.timeout = timeout;
        this.client = QuarkusRestClientBuilder.newBuilder()
                .baseUri(login.iam())
                .followRedirects(false)
                .clientLogger(new BodyLimit(LARGEST_ANSWER))
                .loggingScope(LoggingScope.REQUEST_RESPONSE)
                .disableDefaultMapper(true) // an error status is an answer here, not an exception
                .build(IamClient.class);
    }

    /** @return fails with an {@link UpstreamException} of type {@code auth} */
    Uni<IamToken> token() {
        return client.tokens("true", body())
                .onFailure() // any: whatever ends the exchange itself, there is no answer
                .transform(broken -> failure("IAM could not be reached", null))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> failure("IAM did not answer in time", null))
                .map(this::tokenIn);
    }

    private byte[] body() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode auth = root.putObject("auth");
        ObjectNode identity = auth.putObject("identity");
        identity.putArray("methods").add("password");
        ObjectNode user = identity.putObject("password").putObject("user");
        user.put("name", login.user()).put("password", login.password());
        user.putObject("domain").put("name", login.domain());
        auth.putObject("scope").putObject("project").put("id", login.projectId());
        return root.toString().getBytes(UTF_8);
    }

    private IamToken tokenIn(RestResponse<byte[]> answer) {
        if (answer.getStatus() != CREATED) { // first: of an error answer, the REST client gives no byte[]
            throw unusable(answer.getStatus());
        }
        String token = answer.getHeaderString("X-Subject-Token");
        byte[] body = answer.getEntity();
        if (token == null || body == null) {
            throw unusable(CREATED);
        }
        return expiry.in(body)
                .map(expiresAt -> IamToken.issued(token, clock.instant(), expiresAt))
                .orElseThrow(() -> unusable(CREATED));
    }

    private static UpstreamException unusable(int status) {
        if (status >= 500) {
            return failure("IAM is out of order", status);
        }
        if (status >= 400) {
            return failure("IAM refused the login", status);
        }
        return failure("IAM's answer has no token", status);
    }

    private static UpstreamException failure(String message, @Nullable Integer status) {
        return new UpstreamException(new SourceFailure(FailureType.AUTH, message, status, null, null));
    }
}
