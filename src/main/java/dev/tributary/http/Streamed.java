package dev.tributary.http;

import io.smallrye.mutiny.Uni;

/** The body of an answer that goes to its client piece by piece. */
interface Streamed {

    /**
     * To be subscribed to once; cancelled when the client has gone.
     *
     * @return completes when all of it has been sent; fails if the client must see that something is missing
     */
    Uni<Void> to(Outlet outlet);

    /** Instead of {@link #to}: nobody wants the body, as with {@code HEAD}. */
    void unwanted();
}
