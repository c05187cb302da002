package dev.tributary;

import java.util.stream.LongStream;

/**
 * How many worlds are tried. {@code -Dworlds=10} tries ten times as many of all kinds, {@code -Dworlds=0.1} a tenth,
 * {@code -Dworlds.from=400} those that come after.
 */
public final class Seeds {
    private Seeds() {}

    /** @param count so many if nothing else is said */
    public static LongStream of(int count) {
        long first = Long.getLong("worlds.from", 0);
        double share = Double.parseDouble(System.getProperty("worlds", "1"));
        return LongStream.range(first, first + Math.round(count * share));
    }
}
