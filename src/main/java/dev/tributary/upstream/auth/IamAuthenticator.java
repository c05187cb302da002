package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that IAM issues for a password: one login for any number of callers, another before the token expires.
 *
 * <p>A token that is due for renewal stays in use until it expires or is refused, and the login runs beside it: so a
 * slow or broken IAM costs no call anything as long as there is a token that is good.
 */
public final class IamAuthenticator implements Authenticator {
    /** Our margin; the vendor names none. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Clock clock;
    private final IamLogin login;
    private final LoginGuard guard;
    private final AtomicReference<@Nullable IamToken> newest = new AtomicReference<>();
    private final SingleFlight<IamToken> renewal = new SingleFlight<>(this::renew);

    /**
     * Logs in when first asked. Needs the Quarkus runtime, for its REST client.
     *
     * @param logins how the account's logins stand with IAM
     */
    public IamAuthenticator(PasswordLogin login, Clock clock, Standing logins) {
        this(login, clock, logins, TIMEOUT);
    }

    IamAuthenticator(PasswordLogin login, Clock clock, Standing logins, Duration timeout) {
        this.clock = clock;
        this.guard = new LoginGuard("login for project " + login.projectId(), logins);
        this.login = new IamLogin(login, clock, timeout);
    }

    @Override
    public Uni<Credential> credential() {
        return Uni.createFrom().deferred(this::token).map(IamToken::credential);
    }

    @Override
    public boolean canRenew() {
        return true;
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return Uni.createFrom().deferred(() -> tokenAfter(refused)).map(IamToken::credential);
    }

    private Uni<IamToken> tokenAfter(Credential refused) {
        newest.updateAndGet(token -> token == null || token.credential() == refused ? null : token);
        return token();
    }

    private Uni<IamToken> token() {
        IamToken token = newest.get();
        Instant now = clock.instant();
        if (token == null || token.hasExpired(now)) {
            return renewal.join();
        }
        if (token.isDue(now)) {
            renewBeside();
        }
        return Uni.createFrom().item(token);
    }

    private void renewBeside() {
        renewal.join().subscribe().with(renewed -> {}, failed -> {}); // a failure is nobody's: the old one still serves
    }

    /** Never runs twice at a time. Looks again first: a caller may have found no token just before one came. */
    private Uni<IamToken> renew() {
        IamToken token = newest.get();
        if (token != null && !token.isDue(clock.instant())) {
            return Uni.createFrom().item(token);
        }
        return guard.guarded(login::token).invoke(newest::set);
    }

    /** Of no interest while there is a token that serves. */
    @Override
    public Optional<Instant> restsUntil() {
        IamToken token = newest.get();
        return token == null || token.hasExpired(clock.instant()) ? guard.restsUntil() : Optional.empty();
    }
}
