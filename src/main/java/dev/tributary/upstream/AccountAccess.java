package dev.tributary.upstream;

import dev.tributary.upstream.auth.AccessKeys;
import dev.tributary.upstream.auth.AkSkCredential;
import dev.tributary.upstream.auth.CurrentAuthenticator;
import dev.tributary.upstream.auth.FixedAuthenticator;
import dev.tributary.upstream.auth.GuardedAuthenticator;
import dev.tributary.upstream.auth.IamAuthenticator;
import dev.tributary.upstream.auth.PasswordLogin;
import dev.tributary.upstream.auth.Standing;
import dev.tributary.upstream.auth.TokenCredential;
import dev.tributary.upstream.call.Authenticator;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the sources of one account share: one login for each project, and how the account's credentials stand. */
final class AccountAccess {
    private final String account;
    private final Clock clock;
    private volatile Era era;

    AccountAccess(Account account, Clock clock) {
        this.account = account.name();
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
        private final Standing logins = new Standing(account + " at IAM", clock);
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
                return new IamAuthenticator(password, clock, logins);
            }
            return new FixedAuthenticator(new TokenCredential(((Login.Token) login).token()));
        }
    }
}
