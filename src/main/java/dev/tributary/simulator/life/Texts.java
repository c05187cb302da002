package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Scramble;
import java.util.HexFormat;

/** Ids as platforms make them up, the same for the same numbers. */
final class Texts {
    private Texts() {}

    static String hex(int digits, long seed, long... numbers) {
        StringBuilder text = new StringBuilder();
        for (long part = 0; text.length() < digits; part++) {
            text.append(HexFormat.of().toHexDigits(Scramble.of(Scramble.of(seed, numbers), part)));
        }
        return text.substring(0, digits);
    }

    static String uuid(long seed, long... numbers) {
        return hex(32, seed, numbers).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
