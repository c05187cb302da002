package dev.tributary.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as clients write it: RFC 3339, epoch milliseconds, {@code now}, or {@code now-15m}. */
final class TimeText {

    /** RFC 3339 has four digits for a year, so nothing outside of these can be answered. */
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** As far as no change is expected any more: the end of a follower's window. */
    static final String SETTLED = "settled";

    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,15}");
    private static final Pattern AGO = Pattern.compile("now(?:-(\\d{1,9})([smhd]))?");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private TimeText() {}

    /** Cut to whole milliseconds; empty if it is no time, or none of the years 0000 to 9999. */
    static Optional<Instant> parse(String text, Instant now) {
        return instant(text, now)
                .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
                .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
    }

    private static Optional<Instant> instant(String text, Instant now) {
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        Matcher ago = AGO.matcher(text);
        return ago.matches() ? Optional.of(now.minus(age(ago))) : rfc3339(text);
    }

    private static Duration age(Matcher ago) {
        return ago.group(1) == null
                ? Duration.ZERO
                : Duration.of(Long.parseLong(ago.group(1)), UNITS.get(ago.group(2)));
    }

    // A plus sign that was not percent-encoded arrives as a space; before an offset it can mean nothing else.
    private static Optional<Instant> rfc3339(String text) {
        try {
            String repaired = text.replaceFirst(" (?=\\d\\d:\\d\\d$)", "+");
            return Optional.of(OffsetDateTime.parse(repaired).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
