package dev.tributary.upstream.auth;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;

/**
 * Always the credential that was configured, an access key pair or a token. Once refused, there is no other; it is itself
 * the other to one that was configured before and refused after it had been replaced.
 */
public final class FixedAuthenticator implements Authenticator {
    private final Credential credential;

    public FixedAuthenticator(Credential credential) {
        this.credential = credential;
    }

    @Override
    public Uni<Credential> credential() {
        return Uni.createFrom().item(credential);
    }

    @Override
    public boolean canRenew(Credential refused) {
        return refused != credential;
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return canRenew(refused)
                ? Uni.createFrom().item(credential)
                : Uni.createFrom().failure(() -> new UpstreamException(refusal()));
    }

    private static SourceFailure refusal() {
        return new SourceFailure(FailureType.AUTH, "The upstream refused the configured credentials", 401, null, null);
    }
}
