package dev.tributary.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as all formats write them. */
final class Times {

    private static final DateTimeFormatter RFC_3339_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** In UTC with three digits of milliseconds; years 0000 to 9999. */
    static String rfc3339(Instant time) {
        return RFC_3339_MILLIS.format(time);
    }
}
