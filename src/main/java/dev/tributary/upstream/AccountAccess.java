package dev.tributary.upstream;

import dev.tributary.upstream.auth.AccessKeys;
import dev.tributary.upstream.auth.AgencyLogin;
import dev.tributary.upstream.auth.AkSkCredential;
import dev.tributary.upstream.auth.CurrentAuthenticator;
import dev.tributary.upstream.auth.FixedAuthenticator;
import dev.tributary.upstream.auth.GuardedAuthenticator;
import dev.tributary.upstream.auth.PasswordLogin;
import dev.tributary.upstream.auth.RenewingAuthenticator;
import dev.tributary.upstream.auth.Standing;
import dev.tributary.upstream.auth.TokenCredential;
import dev.tributary.upstream.call.Authenticator;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the sources of one account share: one login for each project, and how the account's credentials stand. */
final class AccountAccess {
    private final String account;
    private final Clock clock;
    private final Vertx vertx;
    private volatile Era era;

    AccountAccess(Account account, Clock clock, Vertx vertx) {
        this.account = account.name();
        this.vertx = vertx;
        this.clock = clock;
        this.era = new Era(account.secrets().atStart());
    }

    /** From now on. What was refused before says nothing about these. */
    void use(Secrets secrets) {
        era = new Era(secrets);
    }

    Authenticator of(ResolvedSource source) {
        return new CurrentAuthenticator(() -> era.of(source));
    }

    /** The time in which one and the same secrets are used. */
    private final class Era {
        private final Secrets secrets;
        private final Standing calls = new Standing(account, clock);
        private final Standing logins = new Standing(account + " at its issuer", clock);
        private final Map<String, Authenticator> ofProjects = new ConcurrentHashMap<>();

        Era(Secrets secrets) {
            this.secrets = secrets;
        }

        Authenticator of(ResolvedSource source) {
            String project = source.id().scope().project();
            Login login = source.account().login();
            Authenticator shared = ofProjects.computeIfAbsent(project, any -> open(login.with(secrets), project));
            return new GuardedAuthenticator(source.id().name(), shared, calls);
        }

        private Authenticator open(Login login, String project) {
            if (login instanceof Login.KeyPair keys) {
                AccessKeys pair = new AccessKeys(keys.accessKey(), keys.secretKey(), keys.securityToken());
                return new FixedAuthenticator(new AkSkCredential(pair, project, clock));
            }
            if (login instanceof Login.Password user) {
                PasswordLogin password =
                        new PasswordLogin(user.iamEndpoint(), user.username(), user.password(), user.domain(), project);
                return RenewingAuthenticator.ofUser(password, clock, logins);
            }
            if (login instanceof Login.Agency agency) {
                AgencyLogin keys = new AgencyLogin(agency.metadataEndpoint(), agency.podIdentity(), project);
                return RenewingAuthenticator.ofAgency(keys, clock, vertx, logins);
            }
            return new FixedAuthenticator(new TokenCredential(((Login.Token) login).token()));
        }
    }
}
