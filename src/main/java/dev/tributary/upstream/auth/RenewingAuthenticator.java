package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that are issued for a while: one is fetched for any number of callers, another before it expires.
 *
 * <p>A credential that is due for renewal stays in use until it expires or is refused, and its renewal runs beside: so a
 * slow or broken issuer costs no call anything as long as there is a credential that is good.
 */
public final class RenewingAuthenticator implements Authenticator {
    private final Clock clock;
    private final Issuer issuer;
    private final LoginGuard guard;
    private final AtomicReference<@Nullable Issued> newest = new AtomicReference<>();
    private final AtomicReference<Instant> nextBeside = new AtomicReference<>(Instant.MIN);
    private final SingleFlight<Issued> renewal = new SingleFlight<>(this::renew);

    /** @param guard for what the issuer is asked */
    RenewingAuthenticator(Issuer issuer, LoginGuard guard, Clock clock) {
        this.issuer = issuer;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Tokens that IAM issues for a password. Needs the Quarkus runtime, for its REST client; so does the other one.
     *
     * @param logins how the account's logins stand with IAM
     */
    public static RenewingAuthenticator ofUser(PasswordLogin login, Clock clock, Standing logins) {
        LoginGuard guard = new LoginGuard("login for project " + login.projectId(), logins);
        return new RenewingAuthenticator(new IamLogin(login, clock), guard, clock);
    }

    /** Keys of the agency of this machine or pod. */
    public static RenewingAuthenticator ofAgency(AgencyLogin login, Clock clock, Vertx vertx, Standing logins) {
        LoginGuard guard = new LoginGuard("agency for project " + login.projectId(), logins);
        return new RenewingAuthenticator(AgencyIssuer.of(login, clock, vertx), guard, clock);
    }

    @Override
    public Uni<Credential> credential() {
        return Uni.createFrom().deferred(this::issued).map(Issued::credential);
    }

    @Override
    public boolean canRenew(Credential refused) {
        return true;
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return Uni.createFrom().deferred(() -> issuedAfter(refused)).map(Issued::credential);
    }

    private Uni<Issued> issuedAfter(Credential refused) {
        newest.updateAndGet(held -> held == null || held.credential() == refused ? null : held);
        return issued();
    }

    private Uni<Issued> issued() {
        Issued held = newest.get();
        Instant now = clock.instant();
        if (held == null || held.hasExpired(now)) {
            return renewal.join();
        }
        if (held.isDue(now)) {
            renewBeside(held, now);
        }
        return Uni.createFrom().item(held);
    }

    /** A failure is nobody's, because the old credential still serves; but nobody tries again at once. */
    private void renewBeside(Issued held, Instant now) {
        Instant next = nextBeside.get();
        if (!now.isBefore(next) && nextBeside.compareAndSet(next, now.plus(held.pause()))) {
            renewal.join().subscribe().with(renewed -> {}, failed -> {});
        }
    }

    /** Never runs twice at a time. Looks again first: a caller may have found nothing just before something came. */
    private Uni<Issued> renew() {
        Issued held = newest.get();
        if (held != null && !held.isDue(clock.instant())) {
            return Uni.createFrom().item(held);
        }
        return guard.guarded(issuer::issue).invoke(newest::set);
    }

    /** Of no interest while there is a credential that serves. */
    @Override
    public Optional<Instant> restsUntil() {
        Issued held = newest.get();
        return held == null || held.hasExpired(clock.instant()) ? guard.restsUntil() : Optional.empty();
    }
}
