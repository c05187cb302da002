package dev.tributary.simulator.population;

/** What may happen to a list whose moves are random; before one call in this order. */
public enum Happening {
    /** Rows arrive that are as new as the newest, or newer. */
    PUSH,
    /** Rows arrive that are as old as the newest, or older. */
    LATE,
    /** A row arrives once more. */
    TWIN,
    /** A row goes, any. */
    PURGE_ANY,
    /** The oldest rows go. */
    PURGE_OLDEST
}
