package dev.tributary.upstream.slice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling that nearly all times of records have, {@code 2020-12-24T11:19:54.907Z}, with any offset, read for a small
 * part of what a formatter costs: a page has hundreds of them.
 */
final class PlainTime {
    private static final Pattern PLAIN = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{3})\\d{0,6})?(Z|[+-]\\d\\d:?\\d\\d)");

    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private PlainTime() {}

    /** Cut to whole milliseconds; empty for any other spelling, and for one that is no time of the calendar. */
    static Optional<Instant> read(String text) {
        Matcher parts = PLAIN.matcher(text);
        return parts.matches() ? instant(text, parts) : Optional.empty();
    }

    private static Optional<Instant> instant(String text, Matcher parts) {
        try {
            int nanos = parts.start(7) < 0 ? 0 : number(text, parts, 7) * NANOS_OF_A_MILLI;
            return Optional.of(LocalDateTime.of(
                            number(text, parts, 1),
                            number(text, parts, 2),
                            number(text, parts, 3),
                            number(text, parts, 4),
                            number(text, parts, 5),
                            number(text, parts, 6),
                            nanos)
                    .toInstant(ZoneOffset.of(parts.group(8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, Matcher parts, int group) {
        return Integer.parseInt(text, parts.start(group), parts.end(group), 10);
    }
}
