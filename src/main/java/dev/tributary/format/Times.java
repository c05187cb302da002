package dev.tributary.format;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as all formats write them. */
final class Times {

    // Not a pattern, which would ask a calendar for each field of each time.
    private static final DateTimeFormatter RFC_3339_MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Times() {}

    /** In UTC with three digits of milliseconds; years 0000 to 9999. */
    static String rfc3339(Instant time) {
        return RFC_3339_MILLIS.format(time);
    }
}
