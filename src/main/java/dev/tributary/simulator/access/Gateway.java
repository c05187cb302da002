package dev.tributary.simulator.access;

import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The gateway in front of the services: lets a request pass, or refuses it before any service sees it. */
public final class Gateway {
    private final Clock clock;
    private final SignatureCheck signatures;
    private final Tokens tokens;
    private final Login login;

    /**
     * @param tokenLife how long a token lasts that a login hands out
     * @param lastingTokens tokens accepted without a login
     */
    public Gateway(
            Clock clock, List<AccessKey> keys, List<User> users, List<String> lastingTokens, Duration tokenLife) {
        this.clock = clock;
        this.signatures = new SignatureCheck(keys);
        this.tokens = new Tokens(tokenLife, lastingTokens);
        this.login = new Login(clock, users, tokens);
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Answers {@code POST /v3/auth/tokens}, which needs no authentication of its own. */
    public Reply login(WireRequest request) {
        return login.answer(request);
    }

    /** Why the request may not pass; nothing if it may. A signature counts before a token. */
    public Optional<Reply> refusal(WireRequest request) {
        boolean signed = request.header("authorization")
                .filter(value -> value.startsWith(SignatureCheck.ALGORITHM))
                .isPresent();
        return signed ? signatures.refusal(request, clock.instant()) : tokenRefusal(request);
    }

    private Optional<Reply> tokenRefusal(WireRequest request) {
        Optional<String> token = request.header("x-auth-token");
        if (token.isEmpty()) {
            return Optional.of(incorrect("x-auth-token not found"));
        }
        return switch (tokens.state(token.get(), clock.instant())) {
            case VALID -> Optional.empty();
            case EXPIRED -> Optional.of(Reply.error(401, "APIGW.0307", "The token must be updated."));
            case UNKNOWN -> Optional.of(incorrect("decrypt token fail"));
        };
    }

    private static Reply incorrect(String why) {
        return Reply.error(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
    }
}
