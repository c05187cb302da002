package dev.tributary.upstream.auth;

import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The credentials of an account as one of its sources uses them: only as far as they are trusted.
 *
 * @param standing what the account's sources share
 */
public record GuardedAuthenticator(String source, Authenticator credentials, Standing standing)
        implements Authenticator {

    @Override
    public Uni<Credential> credential() {
        return unlessItRests(credentials::credential);
    }

    @Override
    public boolean canRenew(Credential refused) {
        return credentials.canRenew(refused);
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return unlessItRests(() -> credentials.renewed(refused));
    }

    private Uni<Credential> unlessItRests(Supplier<Uni<Credential>> asked) {
        return Uni.createFrom()
                .deferred(() -> standing.whyNot(source)
                        .<Uni<Credential>>map(Trust::failing)
                        .orElseGet(asked));
    }

    @Override
    public <T> Uni<T> watched(Credential credential, Supplier<Uni<T>> call) {
        return standing.in(
                source,
                () -> call.get()
                        .invoke(() -> standing.accepted(source))
                        .onFailure(UpstreamException.class)
                        .invoke(thrown -> failed(credential, ((UpstreamException) thrown).failure())));
    }

    /** A failure that the gateway in front of the upstream may have caused says nothing either way. */
    private void failed(Credential credential, SourceFailure failure) {
        switch (failure.type()) {
            case AUTH -> refused(credential, failure);
            case FORBIDDEN -> standing.accepted(source);
            default -> {}
        }
    }

    /** A credential that runs out is renewed; refused is one that has no other, and one that was just renewed. */
    private void refused(Credential credential, SourceFailure failure) {
        if (canRenew(credential) && standing.isFirstRefusal(source, credential)) {
            standing.doubted();
        } else {
            standing.refused(source, failure);
        }
    }

    @Override
    public Optional<Instant> restsUntil() {
        return standing.restsUntil(source).or(credentials::restsUntil);
    }
}
