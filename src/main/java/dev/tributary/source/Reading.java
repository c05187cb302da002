package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** One reading of a window, pulled batch by batch. */
public interface Reading {

    /**
     * Reads on. Asked for again only after the previous pull has ended, and never after a batch whose frontier is the
     * end, nor after a failure.
     *
     * @return the next batch, why there is none, or that the budget is spent; never a failed {@code Uni}. Cancelling it
     *     ends its waiting.
     */
    Uni<Outcome> next();

    /** What this reading has cost so far. */
    Figures figures();

    /** What helps a later reading that goes on at this time, with the order and the window's far edge of this one. */
    default Hints hints(Instant place) {
        return Hints.none();
    }

    /**
     * Whether it goes on from where it stands after it ran out of budget, or its pull was cancelled; one that does not is
     * begun anew behind what it has handed over.
     */
    default boolean keepsItsPlace() {
        return false;
    }

    /** Nobody pulls any more: ends what was read ahead, unless others wait for it. */
    default void close() {}
}
