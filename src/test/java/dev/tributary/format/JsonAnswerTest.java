package dev.tributary.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.event.Value;
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
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wire, letter by letter: clients and their tests depend on it. */
class JsonAnswerTest {

    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-21T07:30:00Z"), Instant.parse("2026-11-21T08:30:00Z"));
    private static final SourceId REGISTRY = new SourceId("registry", Kind.REGISTRY_AUDIT, SampleEvents.REGISTRY);

    @Test
    void answerHasItsMembersInTheOrderOfTheDesign() {
        assertThat(json(answer(List.of(), List.of()), "/events?cursor=abc"))
                .isEqualTo(
                        "{\"from\":\"2026-11-21T07:30:00.000Z\",\"to\":\"2026-11-21T08:30:00.000Z\",\"order\":\"desc\","
                                + "\"reached\":\"2026-11-21T08:00:00.007Z\",\"settledTo\":\"2026-11-21T08:28:00.000Z\","
                                + "\"events\":[],\"next\":\"/events?cursor=abc\",\"complete\":true,\"sources\":[]}");
    }

    @Test
    void lastPageHasNoNext() {
        assertThat(json(answer(List.of(), List.of()), null)).doesNotContain("\"next\"");
    }

    @Test
    void eventHasItsMembersInTheOrderOfTheDesignAndNoneThatIsAbsent() {
        assertThat(json(answer(List.of(SampleEvents.imageLog(), SampleEvents.databaseAudit()), List.of()), null))
                .contains("\"events\":[{\"id\":\"" + "1".repeat(32) + "\",\"time\":\"2026-11-21T08:00:00.123Z\","
                        + "\"source\":\"images\",\"kind\":\"image-log\","
                        + "\"scope\":{\"region\":\"cn-north-4\",\"project\":\"p1\"},\"action\":\"image_pull\","
                        + "\"severity\":\"info\",\"actor\":{\"name\":\"alice\",\"type\":\"user\",\"ip\":\"10.0.0.7\"},"
                        + "\"resource\":{\"type\":\"image\",\"name\":\"library/nginx\"},"
                        + "\"message\":\"pulled nginx by hand\",\"attributes\":{\"digest\":\"sha256:4f2a\"}},"
                        + "{\"id\":\"" + "4".repeat(32) + "\",\"time\":\"2026-11-21T08:00:00.126Z\","
                        + "\"startTime\":\"2026-11-21T07:00:00.123Z\",\"source\":\"orders-db\","
                        + "\"kind\":\"database-audit\",\"scope\":{\"region\":\"cn-north-4\",\"project\":\"p1\","
                        + "\"instance\":\"db-1in07\"},\"action\":\"audit-log-file\",\"severity\":\"info\","
                        + "\"resource\":{\"type\":\"audit-log\",\"name\":\"audit_01\"},"
                        + "\"message\":\"audit log audit_01, 20481.835938 KB\",\"attributes\":{}}]");
    }

    @Test
    void upstreamValuesStayExactlyAsTheyWereSent() {
        assertThat(json(answer(List.of(SampleEvents.clusterEvent()), List.of()), null))
                .contains("\"cluster\":{\"id\":\"c-1\",\"name\":\"Prod\",\"type\":\"cce\"}}", "\"namespace\":\"shop\"")
                .contains("\"attributes\":{\"line_num\":1234567890123456789,\"size\":20481.8359380,\"ratio\":1E+2,"
                        + "\"seen\":true,\"nothing\":null,\"labels\":{\"app\":\"checkout\",\"n\":[1.50]},"
                        + "\"note\":\"tab\\tquote\\\"\u2028é\\uD83D\\uDE80\"}");
    }

    /** JSON allows them as escapes, and a record with one must not break the page. */
    @Test
    void halfOfACharacterIsWrittenAsAnEscape() {
        Event event = withRaw(Map.of(
                "text",
                Value.string("a\uD83Db"),
                "nested",
                new Value(Value.Type.NESTED, "[\"a\uDE80b\uD83D\uDE80\"]")));
        assertThat(page(answer(List.of(event), List.of()), RawRecords.INCLUDED, new Links(null, null, gap -> "")))
                .containsIgnoringCase("\"a\\uD83Db\"")
                .contains("[\"a\\ude80b\uD83D\uDE80\"]");
    }

    @Test
    void rawIsThereOnlyWhenAskedFor() {
        Answer answer = answer(List.of(withRaw(Map.of("size", Value.number("2.50")))), List.of());
        assertThat(json(answer, null)).doesNotContain("\"raw\"");
        assertThat(page(answer, RawRecords.INCLUDED, new Links(null, null, gap -> "")))
                .contains(",\"raw\":{\"size\":2.50}}");
    }

    @Test
    void sourceTellsWhatItDid() {
        SourceReport report = new SourceReport(
                REGISTRY.name(),
                REGISTRY.kind(),
                Status.COMPLETE,
                12,
                Figures.of(3, 1, 2, 4, Instant.parse("2026-11-21T08:29:59.5Z")),
                Duration.ofMillis(83),
                null,
                List.of());
        assertThat(json(answer(List.of(), List.of(report)), null))
                .endsWith("\"sources\":[{\"name\":\"registry\",\"kind\":\"registry-audit\",\"status\":\"complete\","
                        + "\"events\":12,\"upstreamCalls\":3,\"sharedReads\":1,\"cachedSlices\":2,\"unreadable\":4,"
                        + "\"tookMs\":83,\"asOf\":\"2026-11-21T08:29:59.500Z\"}]}");
    }

    @Test
    void listTellsWhatIsKnownOfItsOrder() {
        Figures figures = new Figures(3, 1, 2, 4, null, Figures.ListOrder.ASSUMED, Duration.ofSeconds(150));
        SourceReport report = new SourceReport(
                REGISTRY.name(), REGISTRY.kind(), Status.MORE, 12, figures, Duration.ofMillis(83), null, List.of());
        assertThat(json(answer(List.of(), List.of(report)), null))
                .endsWith("\"tookMs\":83,\"order\":\"assumed\",\"tolerance\":\"PT2M30S\"}]}");
    }

    @Test
    void sourceTellsWhyItFailedAndWhatIsMissing() {
        SourceFailure failure = new SourceFailure(
                FailureType.THROTTLED, "The source asks to wait.", 429, "APIG.0308", Duration.ofMillis(9_001));
        Walk link = Walk.begin(EventOrder.DESC, WINDOW, List.of("registry"));
        SourceReport report = new SourceReport(
                REGISTRY.name(),
                REGISTRY.kind(),
                Status.FAILED,
                0,
                null,
                Duration.ZERO,
                failure,
                List.of(new NamedGap(WINDOW, true, link)));
        assertThat(json(answer(List.of(), List.of(report)), null))
                .endsWith("\"sources\":[{\"name\":\"registry\",\"kind\":\"registry-audit\",\"status\":\"failed\","
                        + "\"events\":0,\"error\":{\"type\":\"throttled\",\"message\":\"The source asks to wait.\","
                        + "\"upstreamStatus\":429,\"upstreamCode\":\"APIG.0308\",\"retryAfterSeconds\":10},"
                        + "\"gaps\":[{\"from\":\"2026-11-21T07:30:00.000Z\",\"to\":\"2026-11-21T08:30:00.000Z\","
                        + "\"uncertain\":true,\"link\":\"/again/registry\"}]}]}");
    }

    private static String page(Answer answer, RawRecords raw, Links links) {
        return Written.of(out -> new JsonAnswer(answer, links).page(out, raw));
    }

    private static String json(Answer answer, String next) {
        return page(
                answer,
                RawRecords.LEFT_OUT,
                new Links(next, null, gap -> "/again/" + gap.link().sources().get(0)));
    }

    private static Answer answer(List<Event> events, List<SourceReport> sources) {
        Query query = new Query(
                WINDOW, EventOrder.DESC, 100, Filter.none(), PartialMode.ALLOW, Freshness.CACHED, Scan.NEEDED, null);
        Instant reached = Instant.parse("2026-11-21T08:00:00.007Z");
        return new Answer(query, reached, Instant.parse("2026-11-21T08:28:00Z"), events, null, null, true, sources);
    }

    private static Event withRaw(Map<String, Value> raw) {
        Event event = SampleEvents.registryAudit();
        return new Event(
                event.id(),
                event.time(),
                event.startTime(),
                event.source(),
                event.kind(),
                event.scope(),
                event.action(),
                event.severity(),
                event.actor(),
                event.resource(),
                event.namespace(),
                event.message(),
                event.attributes(),
                raw);
    }
}
