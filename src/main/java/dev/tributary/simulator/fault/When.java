package dev.tributary.simulator.fault;

import dev.tributary.simulator.population.Scramble;
import java.time.Duration;

/**
 * Which calls at a target a fault befalls: those that all of this holds for.
 *
 * @param calls by their number
 * @param after how long after the line was written its span begins
 * @param lasting how long its span lasts
 * @param probability 0 to 1: how many of the calls, by lot
 * @param seed of the lot, which a call's number draws: the same numbers win every time
 */
public record When(Calls calls, Duration after, Duration lasting, double probability, long seed) {
    /** Longer than any simulator runs. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /** From now on and for ever. */
    public static When always() {
        return of(Calls.all());
    }

    /** These calls, whenever they come. */
    public static When of(Calls calls) {
        return new When(calls, Duration.ZERO, FOR_EVER, 1, 1);
    }

    /** Only in a span that begins so long from now. */
    public When within(Duration begin, Duration length) {
        return new When(calls, begin, length, probability, seed);
    }

    /** Only that part of the calls. */
    public When withProbability(double part, long lot) {
        return new When(calls, after, lasting, part, lot);
    }

    /**
     * @param number of the call at the target, from 1
     * @param age since the line was written
     */
    boolean holds(long number, Duration age) {
        Duration into = age.minus(after);
        return calls.hold(number)
                && !into.isNegative()
                && into.compareTo(lasting) < 0
                && Scramble.happens(probability, seed, number);
    }
}
