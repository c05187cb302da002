package dev.tributary.shared;

import org.jspecify.annotations.Nullable;

/** When the store has failed too often to be asked on. Many may fail at one moment: they count as one failure. */
final class FailuresInARow {
    private static final int TOO_MANY = 3;

    private int failures;
    private long asked;
    private long askedAtLastFailure;

    /** The number of a request that is sent now. */
    synchronized long begin() {
        return ++asked;
    }

    /**
     * Counts how a request has ended. Only what was asked after the last failure counts as another one.
     *
     * @param number from {@link #begin}
     * @param failure null if it was answered
     */
    synchronized boolean areTooMany(long number, @Nullable Throwable failure) {
        if (failure == null) {
            failures = 0;
        } else if (number > askedAtLastFailure) {
            failures++;
            askedAtLastFailure = asked;
        }
        return failures >= TOO_MANY;
    }

    synchronized void forget() {
        failures = 0;
    }
}
