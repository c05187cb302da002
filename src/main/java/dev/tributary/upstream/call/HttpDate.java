package dev.tributary.upstream.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The dates of HTTP headers (RFC 9110, section 5.6.7). */
final class HttpDate {
    private HttpDate() {}

    /** Empty for what is none: no header of an upstream's decides about its events. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
