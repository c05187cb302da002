package dev.tributary.simulator.population;

/**
 * A shuffle of the numbers below a size, computed number by number: a Feistel network over the next power of four,
 * walked until it lands below the size again.
 */
record Permutation(long seed, long size) {
    private static final int ROUNDS = 4;

    long of(long number) {
        long walked = number;
        do {
            walked = forward(walked);
        } while (walked >= size);
        return walked;
    }

    long inverseOf(long number) {
        long walked = number;
        do {
            walked = backward(walked);
        } while (walked >= size);
        return walked;
    }

    private int halfBits() {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(size - 1, 1));
        return (bits + 1) / 2;
    }

    private long forward(long number) {
        long left = number >>> halfBits();
        long right = number & mask();
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ scramble(right, round);
            left = right;
            right = mixed;
        }
        return left << halfBits() | right;
    }

    private long backward(long number) {
        long left = number >>> halfBits();
        long right = number & mask();
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long mixed = right ^ scramble(left, round);
            right = left;
            left = mixed;
        }
        return left << halfBits() | right;
    }

    private long mask() {
        return (1L << halfBits()) - 1;
    }

    private long scramble(long half, int round) {
        return Scramble.of(seed, half, round) & mask();
    }
}
