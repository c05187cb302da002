package dev.tributary.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Filter;
import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Query;
import dev.tributary.fanout.SourceReport;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import dev.tributary.source.Figures;
import dev.tributary.source.Freshness;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wire, letter by letter: each line stands whole in the stream before the next is thought of. */
class JsonLinesTest {
    private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
    private static final Links LINKS = new Links("/events?cursor=abc", null, gap -> "/again");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonLines lines = new JsonLines(out, RawRecords.LEFT_OUT);

    @Test
    void anEventIsALine() {
        lines.events(List.of(SampleEvents.imageLog(), SampleEvents.registryAudit()))
                .forEach(Runnable::run);
        assertThat(written().split("\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"").endsWith("}"));
        assertThat(written()).endsWith("}\n").doesNotContain("\"raw\"");
    }

    @Test
    void progressTellsWhereToGoOn() {
        lines.progress(answer(), LINKS);
        assertThat(written())
                .isEqualTo(
                        "{\"progress\":{\"reached\":\"2026-11-21T08:00:00.000Z\",\"next\":\"/events?cursor=abc\"}}\n");
    }

    @Test
    void progressOfAScanHasNoNext() {
        lines.progress(answer(), LINKS.withoutNext());
        assertThat(written()).isEqualTo("{\"progress\":{\"reached\":\"2026-11-21T08:00:00.000Z\"}}\n");
    }

    @Test
    void theSummaryIsTheAnswerWithoutItsEvents() {
        lines.summary(new JsonAnswer(answer(), LINKS));
        assertThat(written())
                .isEqualTo("{\"summary\":{\"from\":\"2026-11-21T08:00:00.000Z\",\"to\":\"2026-11-21T08:01:00.000Z\","
                        + "\"order\":\"desc\",\"reached\":\"2026-11-21T08:00:00.000Z\","
                        + "\"settledTo\":\"2026-11-21T08:00:00.000Z\",\"next\":\"/events?cursor=abc\","
                        + "\"complete\":true,\"sources\":[]}}\n");
    }

    /** Else a stream that is cut would have named them nowhere. */
    @Test
    void progressNamesTheGapsMetSinceTheLineBefore() {
        lines.progress(answer(stepped("images"), ofAnEarlierPage("registry")), LINKS);
        assertThat(written())
                .contains("\"name\":\"images\"")
                .contains("\"gaps\":[{\"from\":\"2026-11-21T08:00:00.000Z\"")
                .contains("\"link\":\"/again\"")
                .doesNotContain("registry");
    }

    private static SourceReport stepped(String source) {
        return report(source, Figures.of(1, 0, 0, 0, TIME));
    }

    private static SourceReport ofAnEarlierPage(String source) {
        return report(source, null);
    }

    private static SourceReport report(String source, Figures figures) {
        NamedGap gap =
                new NamedGap(new Window(TIME, TIME.plusSeconds(1)), false, Walk.alone(source, new Position.At(TIME)));
        SourceFailure failure = SourceFailure.of(FailureType.TIMEOUT, "too late");
        return new SourceReport(
                source, Kind.IMAGE_LOG, Status.PARTIAL, 0, figures, Duration.ZERO, failure, List.of(gap));
    }

    private static Answer answer(SourceReport... reports) {
        Window window = new Window(TIME, TIME.plusSeconds(60));
        Query query = new Query(
                window, EventOrder.DESC, 100, Filter.none(), PartialMode.ALLOW, Freshness.CACHED, Scan.NEEDED, null);
        return new Answer(query, TIME, TIME, List.of(), null, null, true, List.of(reports));
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
