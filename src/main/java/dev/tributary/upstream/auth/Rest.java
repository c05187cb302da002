package dev.tributary.upstream.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something is left alone that failed: twice as long with every failure of its sort in a row.
 *
 * @param inARow failures, 0 for none
 */
record Rest(Reason reason, int inARow, Instant until) {
    static final Rest NONE = new Rest(Reason.REFUSED, 0, Instant.MIN);

    /** Enough doublings to get from the shortest rest to the longest. */
    private static final int MOST_DOUBLINGS = 6;

    /** Sorts of failures, and how patiently each is met. */
    enum Reason {
        /** Refused: every further try brings the lock nearer (API Gateway, "AK access failed to reach the limit"). */
        REFUSED("the credential was refused", Duration.ofMinutes(1), Duration.ofHours(1)),
        /** No answer of use: it may soon be over. */
        UNANSWERED("no credential was to be had", Duration.ofSeconds(1), Duration.ofMinutes(1));

        private final String said;
        private final Duration shortest;
        private final Duration longest;

        Reason(String said, Duration shortest, Duration longest) {
            this.said = said;
            this.shortest = shortest;
            this.longest = longest;
        }

        /** For a person. */
        String said() {
            return said;
        }

        private Duration after(int inARow) {
            Duration doubled = shortest.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    /** One that lasts is no longer for what fails meanwhile: that was sent before it began. */
    Rest after(Reason failed, Instant now) {
        if (lasts(now)) {
            return this;
        }
        int times = failed == reason ? inARow + 1 : 1;
        return new Rest(failed, times, now.plus(failed.after(times)));
    }
}
