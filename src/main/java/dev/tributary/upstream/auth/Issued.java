package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Credential;
import java.time.Duration;
import java.time.Instant;

/**
 * A credential that was issued for a while.
 *
 * @param renewFrom from here on another one is fetched, while this one may still be used
 */
record Issued(Credential credential, Instant renewFrom, Instant expiresAt) {
    /** Renewals that fit between {@code renewFrom} and the end. An issuer locks who is refused more than five times. */
    private static final int TRIES = 4;

    /** @param margin how long before its end it is due for renewal; at once if less is left */
    static Issued until(Instant expiresAt, Credential credential, Instant now, Duration margin) {
        Instant due = expiresAt.minus(margin);
        return new Issued(credential, due.isBefore(now) ? now : due, expiresAt);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(renewFrom);
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** How long a renewal that brought nothing better is not repeated, as long as this one may still be used. */
    Duration pause() {
        return Duration.between(renewFrom, expiresAt).dividedBy(TRIES);
    }
}
