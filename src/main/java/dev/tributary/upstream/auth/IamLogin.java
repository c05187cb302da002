package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Logins at IAM: a password goes out, a token comes back, or a failure that repeats nothing of either. */
final class IamLogin implements Issuer {
    private static final int CREATED = 201;

    /** Our margin; the vendor names none. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Time enough for several logins, were the first to fail; nothing beside the 24 hours that a token lives. */
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(10);

    private final PasswordLogin login;
    private final Clock clock;
    private final IssuingService iam;
    private final IamClient client;
    private final TokenExpiry expiry = new TokenExpiry();

    IamLogin(PasswordLogin login, Clock clock) {
        this(login, clock, TIMEOUT);
    }

    IamLogin(PasswordLogin login, Clock clock, Duration timeout) {
        this.login = login;
        this.clock = clock;
        this.iam = new IssuingService("IAM", login.iam(), timeout);
        this.client = iam.client(IamClient.class);
    }

    @Override
    public Uni<Issued> issue() {
        return iam.answer(client.tokens("true", body())).map(this::tokenIn);
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

    private Issued tokenIn(Answer answer) {
        String token = answer.header("X-Subject-Token");
        if (answer.status() != CREATED || token == null) {
            throw iam.unusable(answer.status());
        }
        return expiry.in(answer.body())
                .map(expiresAt -> issued(token, expiresAt))
                .orElseThrow(() -> iam.unusable(CREATED));
    }

    /** Renewed when a tenth of its life is left, at most ten minutes. */
    private Issued issued(String token, Instant expiresAt) {
        Instant now = clock.instant();
        Duration tenth = Duration.between(now, expiresAt).dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return Issued.until(expiresAt, new TokenCredential(token), now, margin);
    }
}
