package dev.tributary.upstream.auth;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Points in time as issuers of credentials write them. */
final class Rfc3339 {
    private Rfc3339() {}

    /** RFC 3339 allows any number of digits in a fraction, Java nine. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst("(\\.\\d{9})\\d+", "$1"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
