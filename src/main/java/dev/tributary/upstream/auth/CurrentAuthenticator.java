package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Whatever stands for an account at the moment; its secrets may change while the service runs. */
public record CurrentAuthenticator(Supplier<Authenticator> current) implements Authenticator {

    @Override
    public Uni<Credential> credential() {
        return Uni.createFrom().deferred(() -> current.get().credential());
    }

    @Override
    public boolean canRenew(Credential refused) {
        return current.get().canRenew(refused);
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return Uni.createFrom().deferred(() -> current.get().renewed(refused));
    }

    @Override
    public <T> Uni<T> watched(Credential credential, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> current.get().watched(credential, call));
    }

    @Override
    public Optional<Instant> restsUntil() {
        return current.get().restsUntil();
    }
}
