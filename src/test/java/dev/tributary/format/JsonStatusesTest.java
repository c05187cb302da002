package dev.tributary.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.source.EventSource;
import dev.tributary.source.FailureType;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStatusesTest {

    private static final Duration SETTLE = Duration.ofMinutes(2);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");

    @Test
    void sourceThatWasAskedTellsHowItIsDoing() {
        SourceFailure failure = new SourceFailure(FailureType.TIMEOUT, "No answer in time.", 504, null, null);
        SourceStatus status = new SourceStatus(
                "half-open",
                TIME.plusSeconds(60),
                TIME,
                TIME.minusSeconds(9),
                failure,
                Duration.ofMillis(83),
                Duration.ofSeconds(-3),
                SETTLE,
                OVERLAP,
                true);
        assertThat(json(status))
                .isEqualTo(
                        "{\"sources\":[{\"name\":\"registry\",\"kind\":\"registry-audit\","
                                + "\"scope\":{\"region\":\"cn-north-4\",\"project\":\"p1\",\"instance\":\"swr-1\"},"
                                + "\"circuit\":\"half-open\",\"credentialRestsUntil\":\"2026-11-21T08:31:00.000Z\",\"lastSuccess\":\"2026-11-21T08:30:00.000Z\","
                                + "\"lastError\":{\"at\":\"2026-11-21T08:29:51.000Z\",\"type\":\"timeout\","
                                + "\"message\":\"No answer in time.\",\"upstreamStatus\":504},"
                                + "\"latencyMs\":83,\"clockSkew\":\"PT-3S\",\"settle\":\"PT2M\",\"overlap\":\"PT10M\",\"shared\":true}]}");
    }

    @Test
    void sourceThatWasNeverAskedTellsWhatIsKnown() {
        assertThat(json(new SourceStatus("closed", null, null, null, null, null, null, SETTLE, OVERLAP, null)))
                .endsWith("\"circuit\":\"closed\",\"settle\":\"PT2M\",\"overlap\":\"PT10M\"}]}");
    }

    private static String json(SourceStatus status) {
        return new String(JsonStatuses.of(new Sources(List.of(source(status)))), StandardCharsets.UTF_8);
    }

    private static EventSource source(SourceStatus status) {
        return new EventSource() {
            @Override
            public SourceId id() {
                return new SourceId("registry", Kind.REGISTRY_AUDIT, SampleEvents.REGISTRY);
            }

            @Override
            public Reading read(ReadRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public PageWeight pageWeight() {
                return new PageWeight(100, 2_048);
            }

            @Override
            public SourceStatus status() {
                return status;
            }
        };
    }
}
