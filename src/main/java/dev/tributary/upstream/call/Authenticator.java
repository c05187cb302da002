package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;

/** The door for credentials: what makes an upstream accept the calls of one account and project. */
public interface Authenticator {

    /**
     * A credential fit for use now. One that is about to expire is renewed first, once for any number of callers.
     *
     * @return fails with an {@link UpstreamException} of type {@code auth} when none can be had
     */
    Uni<Credential> credential();

    /** Whether a refused credential can be followed by another one. */
    boolean canRenew();

    /**
     * Another credential, after an upstream refused {@code refused} with a 401. When that one is no longer the newest,
     * the newest is given without a renewal.
     *
     * @return fails with an {@link UpstreamException} of type {@code auth} when there can be no other
     */
    Uni<Credential> renewed(Credential refused);
}
