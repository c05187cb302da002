package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;

/** One credential, and no other. */
record Always(Credential only) implements Authenticator {
    @Override
    public Uni<Credential> credential() {
        return Uni.createFrom().item(only);
    }

    @Override
    public boolean canRenew(Credential refused) {
        return false;
    }

    @Override
    public Uni<Credential> renewed(Credential refused) {
        return credential();
    }
}
