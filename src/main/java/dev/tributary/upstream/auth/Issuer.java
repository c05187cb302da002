package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;

/** Where credentials come from that are good for a while. */
interface Issuer {

    /**
     * Another credential, on every subscription.
     *
     * @return fails with an {@link dev.tributary.upstream.call.UpstreamException} of type {@code auth}
     */
    Uni<Issued> issue();
}
