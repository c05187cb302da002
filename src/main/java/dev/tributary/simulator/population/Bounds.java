package dev.tributary.simulator.population;

/** Whether rows exactly at the bounds of a time filter are found; documented for none of the three APIs that have one. */
public enum Bounds {
    /** {@code start <= time <= end}. */
    INCLUSIVE(0, 1),
    /** {@code start < time < end}. */
    EXCLUSIVE(1, 0),
    /** {@code start <= time < end}. */
    HALF_OPEN(0, 0);

    private final int afterStart;
    private final int afterEnd;

    Bounds(int afterStart, int afterEnd) {
        this.afterStart = afterStart;
        this.afterEnd = afterEnd;
    }

    /** The same span as whole milliseconds, from the first to just before the second. */
    Span span(long start, long end, TimeUnit unit) {
        return new Span(unit.toMillis(start, afterStart), unit.toMillis(end, afterEnd));
    }

    /**
     * @param from epoch milliseconds, inclusive
     * @param until epoch milliseconds, exclusive
     */
    record Span(long from, long until) {
        boolean holds(long epochMillis) {
            return from <= epochMillis && epochMillis < until;
        }
    }
}
