package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The door for credentials: what makes an upstream accept the calls of one account and project. */
public interface Authenticator {

    /**
     * A credential fit for use now. One that is about to expire is renewed first, once for any number of callers.
     *
     * @return fails with an {@link UpstreamException} of type {@code auth} when none can be had
     */
    Uni<Credential> credential();

    /** Whether this refused credential can be followed by another one. */
    boolean canRenew(Credential refused);

    /**
     * Another credential, after an upstream refused {@code refused} with a 401. When that one is no longer the newest,
     * the newest is given without a renewal.
     *
     * @return fails with an {@link UpstreamException} of type {@code auth} when there can be no other
     */
    Uni<Credential> renewed(Credential refused);

    /**
     * Lets a call go out with the credential when its turn has come, and learns from what becomes of it.
     *
     * @return what the call gives; or fails with an {@link UpstreamException} of type {@code auth}, and nothing was sent
     */
    default <T> Uni<T> watched(Credential credential, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> call.get());
    }

    /** Until when no call goes out, because credentials were refused; empty when calls may. */
    default Optional<Instant> restsUntil() {
        return Optional.empty();
    }
}
