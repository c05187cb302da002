package dev.tributary.simulator.population;

/** What may happen to a list whose moves are random; before one call in this order. */
public enum Happening {
    /** Rows arrive that are as new as the newest, or newer. */
    PUSH(1),
    /** Rows arrive that are as old as the newest, or older. */
    LATE(2),
    /** A row arrives once more. */
    TWIN(3),
    /** A row goes, any. */
    PURGE_ANY(4),
    /** The oldest rows go. */
    PURGE_OLDEST(5);

    private final int salt;

    Happening(int salt) {
        this.salt = salt;
    }

    /** Keeps the draws of one happening apart from those of another. */
    int salt() {
        return salt;
    }
}
