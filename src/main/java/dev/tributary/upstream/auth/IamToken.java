package dev.tributary.upstream.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that IAM issued.
 *
 * @param renewFrom from here on another one is fetched, while this one may still be used
 */
record IamToken(TokenCredential credential, Instant renewFrom, Instant expiresAt) {
    /** Time enough for several logins, were the first to fail; nothing beside the 24 hours that a token lives. */
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(10);

    /** Renewed when a tenth of its life is left, at most ten minutes. */
    static IamToken issued(String token, Instant now, Instant expiresAt) {
        Duration tenth = Duration.between(now, expiresAt).dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new IamToken(new TokenCredential(token), expiresAt.minus(margin), expiresAt);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(renewFrom);
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
