package dev.tributary.simulator.population;

/** The unit of a time filter's bounds; a row is compared by its time cut to that unit. */
public enum TimeUnit {
    MILLISECONDS(1),
    SECONDS(1_000);

    private final long millis;

    TimeUnit(long millis) {
        this.millis = millis;
    }

    /** The instant that many units later, kept within what can be added to without overflow. */
    long toMillis(long count, int later) {
        long largest = Long.MAX_VALUE / 2 / millis;
        return (Math.max(-largest, Math.min(largest, count)) + later) * millis;
    }
}
