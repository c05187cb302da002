package dev.tributary.upstream.databaseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

    @Test
    void aSpanIsWrittenInSecondsWithAnOffsetWithoutAColon() {
        Span span = Span.covering(new Window(NOON, NOON.plusSeconds(60)), Duration.ofDays(2))
                .get(0);
        assertThat(span.startText()).isEqualTo("2026-01-08T11:59:59+0000");
        assertThat(span.endText()).isEqualTo("2026-01-10T12:01:01+0000");
    }

    @Test
    void edgesAreRoundedOutward() {
        Window slice = new Window(NOON.plusMillis(1), NOON.plusMillis(2));
        assertThat(Span.covering(slice, Duration.ZERO))
                .containsExactly(new Span(NOON.minusSeconds(1), NOON.plusSeconds(2)));
    }

    @Test
    void spansAreAsLongAsAllowedAndNeighboursShareASecond() {
        List<Span> spans = Span.covering(new Window(NOON.minus(Duration.ofDays(90)), NOON), Duration.ofDays(2));
        assertThat(spans).hasSize(4);
        assertThat(spans)
                .allMatch(span -> Duration.between(span.start(), span.end())
                                .compareTo(Duration.ofDays(30).minusSeconds(1))
                        <= 0);
        assertThat(IntStream.range(1, 4))
                .allMatch(
                        i -> spans.get(i).start().equals(spans.get(i - 1).end().minusSeconds(1)));
    }

    @Test
    void nothingIsAskedForOutsideOfWhatTheUpstreamCanWrite() {
        Window first = new Window(Instant.EPOCH.minusSeconds(5), Instant.EPOCH.plusSeconds(5));
        assertThat(Span.covering(first, Duration.ofDays(2)).get(0).startText()).isEqualTo("1970-01-01T00:00:00+0000");
        Instant newYearsEve = Instant.parse("9999-12-31T00:00:00Z");
        Window last = new Window(newYearsEve, newYearsEve.plus(Duration.ofDays(2)));
        assertThat(Span.covering(last, Duration.ofDays(2)).get(0).endText()).isEqualTo("9999-12-31T23:59:59+0000");
    }
}
