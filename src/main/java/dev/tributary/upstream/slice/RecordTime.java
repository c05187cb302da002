package dev.tributary.upstream.slice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The times of records, cut to whole milliseconds. What cannot be written as RFC 3339 is no usable time. */
public final class RecordTime {
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Offsets come as {@code Z}, {@code +08:00} and, in the database API, {@code +0800}. */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private RecordTime() {}

    /** A field in milliseconds since 1970, in any form. */
    public static Optional<Instant> ofMillis(UpstreamRecord record, String name) {
        return record.number(name).flatMap(RecordTime::ofMillis);
    }

    /** A field like {@code 2020-12-24T11:19:54.907Z} or {@code 2019-11-06T09:03:34+0800}. */
    public static Optional<Instant> ofText(UpstreamRecord record, String name) {
        return record.find(name).flatMap(RecordTime::ofText);
    }

    /** The form in which a time in milliseconds is kept word for word by an event. */
    public static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Optional<Instant> ofMillis(BigDecimal millis) {
        BigDecimal whole = millis.setScale(0, RoundingMode.FLOOR);
        boolean fits = whole.compareTo(BigDecimal.valueOf(EARLIEST.toEpochMilli())) >= 0
                && whole.compareTo(BigDecimal.valueOf(LATEST.toEpochMilli())) <= 0;
        return fits ? Optional.of(Instant.ofEpochMilli(whole.longValueExact())) : Optional.empty();
    }

    private static Optional<Instant> ofText(String text) {
        return PlainTime.read(text)
                .or(() -> formatted(text))
                .filter(known -> !known.isBefore(EARLIEST) && !known.isAfter(LATEST));
    }

    private static Optional<Instant> formatted(String text) {
        try {
            return Optional.of(WITH_OFFSET.parse(text, Instant::from).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
