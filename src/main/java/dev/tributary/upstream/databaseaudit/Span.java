package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times between which one call asks for files, in whole seconds. */
record Span(Instant start, Instant end) {
    /** At most 30 days; whether exactly 30 are allowed is not documented (GaussDB API reference, "end_time"). */
    static final Duration LONGEST = Duration.ofDays(30).minusSeconds(1);
    /** A second more on each side: whether files at the bounds are found is not documented. */
    static final Duration MARGINS = Duration.ofSeconds(2);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * The slice, the look-back before it and the margins around both. Where more than one call is needed, neighbours
     * share a second, so that a file at their border is found even if neither finds files at its bounds.
     *
     * @param slice ends after 1970 began
     */
    static List<Span> covering(Window slice, Duration lookBack) {
        Instant start = latest(Instant.EPOCH, down(slice.from().minus(lookBack)).minus(SECOND));
        Instant end = earliest(LATEST, up(slice.to()).plus(SECOND));
        List<Span> spans = new ArrayList<>();
        for (;
                Duration.between(start, end).compareTo(LONGEST) > 0;
                start = start.plus(LONGEST).minus(SECOND)) {
            spans.add(new Span(start, start.plus(LONGEST)));
        }
        spans.add(new Span(start, end));
        return spans;
    }

    /** As the upstream wants it. */
    String startText() {
        return SECONDS.format(start);
    }

    String endText() {
        return SECONDS.format(end);
    }

    private static Instant down(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant up(Instant time) {
        return down(time.plusNanos(999_999_999));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
