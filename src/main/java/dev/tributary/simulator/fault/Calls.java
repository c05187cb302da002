package dev.tributary.simulator.fault;

/**
 * Which calls a fault befalls, counted from 1 since the script was written.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Calls(long first, long last) {
    /** Every call from now on. */
    public static Calls all() {
        return from(1);
    }

    public static Calls from(long first) {
        return new Calls(first, Long.MAX_VALUE);
    }

    /** That call alone. */
    public static Calls number(long number) {
        return new Calls(number, number);
    }

    /** The next so many calls. */
    public static Calls next(long count) {
        return new Calls(1, count);
    }

    boolean hold(long number) {
        return first <= number && number <= last;
    }
}
