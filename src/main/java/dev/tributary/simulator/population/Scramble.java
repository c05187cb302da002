package dev.tributary.simulator.population;

/** Numbers that look random and are the same every time. */
public final class Scramble {
    private Scramble() {}

    /** 64 well-mixed bits (the finaliser of SplitMix64, applied to each number in turn). */
    public static long of(long seed, long... numbers) {
        long mixed = mix(seed);
        for (long number : numbers) {
            mixed = mix(mixed ^ number);
        }
        return mixed;
    }

    /** A number from 0 to {@code bound - 1}. */
    public static int below(int bound, long seed, long... numbers) {
        return (int) Long.remainderUnsigned(of(seed, numbers), bound);
    }

    /** True that often among many numbers; {@code probability} from 0 to 1. */
    public static boolean happens(double probability, long seed, long... numbers) {
        return below(1_000_000, seed, numbers) < probability * 1_000_000;
    }

    private static long mix(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
