package dev.tributary.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How events write their times: RFC 3339 in UTC with three digits of milliseconds, {@code 2020-12-24T11:19:54.907Z}. */
public final class EventTime {
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private EventTime() {}

    /**
     * Digit by digit: a formatter takes several times as long, and each event has a time or two.
     *
     * @param time of the years 0000 to 9999; cut to whole milliseconds
     */
    public static String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder("0000-00-00T00:00:00.000Z");
        digits(text, 4, utc.getYear());
        digits(text, 7, utc.getMonthValue());
        digits(text, 10, utc.getDayOfMonth());
        digits(text, 13, utc.getHour());
        digits(text, 16, utc.getMinute());
        digits(text, 19, utc.getSecond());
        digits(text, 23, utc.getNano() / NANOS_OF_A_MILLI);
        return text.toString();
    }

    /** Replaces noughts, from the last one before {@code end} on. */
    private static void digits(StringBuilder text, int end, int number) {
        for (int at = end - 1, rest = number; rest > 0; at--, rest /= 10) {
            text.setCharAt(at, (char) ('0' + rest % 10));
        }
    }
}
