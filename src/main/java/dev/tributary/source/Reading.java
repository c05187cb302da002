package dev.tributary.source;

import io.smallrye.mutiny.Uni;

/** One reading of a window, pulled batch by batch. */
public interface Reading {

    /**
     * Reads on. Asked for again only after the previous pull has ended, and never after a batch whose frontier is the
     * end, nor after a failure.
     *
     * @return the next batch, why there is none, or that the budget is spent; never a failed {@code Uni}. Cancelling it
     *     ends the calls made for it.
     */
    Uni<Outcome> next();

    /** What this reading has cost so far. */
    Figures figures();
}
