package dev.tributary.simulator.population;

import java.time.Duration;

/**
 * By time, but some rows stand out of order, or rows of one time change places. How far a row stands out of order is
 * its own and never changes, so two rows of different times keep their places whatever comes and goes around them.
 *
 * @param disorder two rows stand at most this far out of order, and some as far as that
 * @param share of the rows that stand out of order, 0 to 1
 */
public record NearlyByTime(boolean newestFirst, Duration disorder, double share, Ties ties, long seed)
        implements Order {

    /** Each row, with the probability of {@code share}, stands where one up to that much newer would stand. */
    public NearlyByTime disturbed(Duration by, double share) {
        return new NearlyByTime(newestFirst, by, share, ties, seed);
    }

    /** With rows of one time in that order among each other. */
    public NearlyByTime with(Ties other) {
        return new NearlyByTime(newestFirst, disorder, share, other, seed);
    }

    @Override
    public Told told(Found found, Call call) {
        Told oldestFirst = new Drifted(found, disorder.toMillis(), this::delay, number -> ties.key(seed, call, number));
        return newestFirst ? oldestFirst.reversed(found.size()) : oldestFirst;
    }

    /** How many milliseconds the row of that number stands too far among newer ones. */
    private long delay(long number) {
        return Scramble.happens(share, seed, number)
                ? Scramble.below(Math.toIntExact(disorder.toMillis()) + 1, seed, number, 1)
                : 0;
    }
}
