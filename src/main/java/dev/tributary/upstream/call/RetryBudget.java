package dev.tributary.upstream.call;

/**
 * How many of one source's calls may be repeated: ten at once after a rest, and one in ten in the long run. So an upstream
 * that fails at everything is not asked twice as much as one that is well.
 */
final class RetryBudget {
    private static final int OF_ONE_REPETITION = 10;
    private static final int MOST = 10 * OF_ONE_REPETITION;

    private int tenths = MOST;

    /** A call is made for the first time. */
    synchronized void earn() {
        tenths = Math.min(MOST, tenths + 1);
    }

    /** Whether a call may be repeated, which is then reckoned with. */
    synchronized boolean spend() {
        boolean isLeft = tenths >= OF_ONE_REPETITION;
        tenths -= isLeft ? OF_ONE_REPETITION : 0;
        return isLeft;
    }
}
