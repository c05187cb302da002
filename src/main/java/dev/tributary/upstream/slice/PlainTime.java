package dev.tributary.upstream.slice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The spelling that nearly all times of records have, {@code 2020-12-24T11:19:54.907Z}, with any offset, read for a small
 * part of what a formatter costs: a page has hundreds of them.
 */
final class PlainTime {
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String MILLIS = ".000";
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private PlainTime() {}

    /** Cut to whole milliseconds; empty for any other spelling, and for one that is no time of the calendar. */
    static Optional<Instant> read(String text) {
        if (!has(SECONDS, text, 0)) {
            return Optional.empty();
        }
        int end = SECONDS.length();
        boolean hasMillis = has(MILLIS, text, end);
        int offset = hasMillis ? endOfDigits(text, end + MILLIS.length()) : end;
        return instant(text, hasMillis ? number(text, end + 1, end + MILLIS.length()) : 0, offset);
    }

    private static Optional<Instant> instant(String text, int millis, int offset) {
        try {
            return Optional.of(LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            millis * NANOS_OF_A_MILLI)
                    .toInstant(ZoneOffset.of(text.substring(offset))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param shape a nought for each digit, anything else as it is */
    private static boolean has(String shape, String text, int from) {
        boolean fits = text.length() >= from + shape.length();
        for (int at = 0; fits && at < shape.length(); at++) {
            char found = text.charAt(from + at);
            fits = shape.charAt(at) == '0' ? isDigit(found) : shape.charAt(at) == found;
        }
        return fits;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
