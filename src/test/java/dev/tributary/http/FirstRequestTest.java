package dev.tributary.http;

import static dev.tributary.http.Requests.NOW;
import static dev.tributary.http.Requests.accepted;
import static dev.tributary.http.Requests.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Query;
import dev.tributary.format.RawRecords;
import dev.tributary.source.EventSource;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRequestTest {

    @Test
    void nothingGivenAsksForTheLastHourNewestFirst() {
        Query query = accepted("").query();
        assertThat(query.window()).isEqualTo(new Window(NOW.minusSeconds(3_600), NOW));
        assertThat(query.order()).isEqualTo(EventOrder.DESC);
        assertThat(query.limit()).isEqualTo(100);
        assertThat(query.partial()).isEqualTo(PartialMode.ALLOW);
        assertThat(query.walk()).isNull();
        assertThat(Requests.SOURCES.all()).allMatch(source -> query.filter().canMatch(source.id()));
        assertThat(accepted("").raw()).isEqualTo(RawRecords.LEFT_OUT);
    }

    @Test
    void everythingGivenIsTaken() {
        EventsRequest request = accepted(
                "from=now-2h&to=now-1h&order=asc&limit=7&partial=deny&include=raw&format=json&source=images&q=ALICE");
        assertThat(request.query().window()).isEqualTo(new Window(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600)));
        assertThat(request.query().order()).isEqualTo(EventOrder.ASC);
        assertThat(request.query().limit()).isEqualTo(7);
        assertThat(request.query().partial()).isEqualTo(PartialMode.DENY);
        assertThat(request.raw()).isEqualTo(RawRecords.INCLUDED);
        assertThat(Stream.of(SampleEvents.imageLog(), SampleEvents.registryAudit())
                        .filter(request.query().filter()::matches)
                        .map(Event::source))
                .containsExactly("images");
    }

    @ParameterizedTest(name = "from={0} is {1}")
    @CsvSource({
        "2026-11-21T08:00:00Z, 2026-11-21T08:00:00Z",
        "2026-11-21t08:00:00z, 2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.1239Z, 2026-11-21T08:00:00.123Z",
        "2026-11-21T16:00:00+08:00, 2026-11-21T08:00:00Z",
        "2026-11-21T16:00:00 08:00, 2026-11-21T08:00:00Z", // a plus sign that nobody encoded
        "2026-11-21T04:00:00-04:00, 2026-11-21T08:00:00Z",
        "1795248000000, 2026-11-21T08:00:00Z",
        "now-30s, 2026-11-21T08:29:30.456Z",
        "now-15m, 2026-11-21T08:15:00.456Z",
        "now-2h, 2026-11-21T06:30:00.456Z",
        "now-7d, 2026-11-14T08:30:00.456Z"
    })
    void timeIsReadInAllItsForms(String text, Instant from) {
        assertThat(accepted("from=" + text).query().window()).isEqualTo(new Window(from, NOW));
    }

    @Test
    void fromDefaultsToOneHourBeforeTo() {
        Instant to = Instant.parse("2020-01-01T01:00:00Z");
        assertThat(accepted("to=2020-01-01T01:00:00Z").query().window())
                .isEqualTo(new Window(to.minusSeconds(3_600), to));
    }

    @Test
    void yearsZeroAnd9999AreTimes() {
        assertThat(accepted("from=0000-01-01T00:00:00Z&to=0000-01-01T00:30:00Z"))
                .isNotNull();
        assertThat(accepted("to=0000-01-01T00:30:00Z").query().window().from())
                .isEqualTo(Instant.parse("0000-01-01T00:00:00Z"));
        assertThat(accepted("from=9999-12-31T23:00:00Z&to=253402300799999")).isNotNull();
    }

    @Test
    void windowMayBeAsLongAsAllowedAndNoLonger() {
        assertThat(accepted("from=now-31d").query().window().length()).hasDays(31);
        assertThat(violations("from=1792571400455&to=1795249800456"))
                .extracting(Violation::parameter)
                .containsExactly("from");
        assertThat(accepted("from=1792571400456&to=1795249800456")).isNotNull();
    }

    @ParameterizedTest(name = "{0} blames {1}")
    @CsvSource({
        "colour=red, colour",
        "SOURCE=images, SOURCE",
        "from=, from",
        "source, source",
        "source=!, source",
        "q=, q",
        "order=asc&order=asc, order",
        "q=a&q=b, q",
        "from=yesterday, from",
        "from=2026-11-21, from",
        "from=2026-11-21T08:00:00, from",
        "from=now-15, from",
        "from=now-1w, from",
        "from=NOW, from",
        "from=settled, from",
        "from=-99999999999999, from",
        "from=+10000-01-01T00:00:00Z, from",
        "from=now-999999999d, from",
        "to=253402300800000, to",
        "to=now+15m, to",
        "from=now, from",
        "from=now&to=now-1h, from",
        "order=newest, order",
        "order=ASC, order",
        "limit=0, limit",
        "limit=-1, limit",
        "limit=1001, limit",
        "limit=10000000000, limit",
        "limit=1.5, limit",
        "limit=٣, limit",
        "source=unknown, source",
        "source=images&source=!unknown, source",
        "source=z*, source",
        "kind=unknown, kind",
        "include=all, include",
        "partial=maybe, partial",
        "format=xml, format",
        "format=csv&limit=1001, limit",
        "format=ndjson&limit=0, limit",
        "format=ndjson&limit=1000000000000000, limit",
        "scan=full, scan",
        "cursor=, cursor",
        "cursor=abc, cursor"
    })
    void violationIsBlamedOnItsParameter(String query, String parameter) {
        assertThat(violations(query)).extracting(Violation::parameter).containsExactly(parameter);
    }

    @Test
    void allViolationsAreToldAtOnce() {
        assertThat(violations(
                        "colour=red&from=then&limit=0&order=up&source=nobody&kind=none&partial=&include=x&scan=full"))
                .extracting(Violation::parameter)
                .containsExactlyInAnyOrder(
                        "colour", "from", "limit", "order", "source", "kind", "partial", "include", "scan");
    }

    @Test
    void unknownSourceIsToldTheKnownOnes() {
        assertThat(violations("source=unknown").get(0).message())
                .contains("unknown", "images", "orders-db", "prod-cluster", "registry");
        assertThat(violations("kind=unknown").get(0).message()).contains("image-log", "database-audit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"source=REGISTRY", "source=*", "source=!images", "source=re*&source=images", "kind=*-audit"})
    void knownSourceMayBeWrittenAsPattern(String query) {
        assertThat(accepted(query)).isNotNull();
    }

    @Test
    void queryTooLongForACursorIsRefusedBeforeTheWalkBegins() {
        assertThat(violations("action=delete&q=" + "x".repeat(5_000)))
                .extracting(Violation::parameter)
                .containsExactly("q");
        assertThat(accepted("q=" + "x".repeat(4_000))).isNotNull();
    }

    @Test
    void queryOverTwoHundredSourcesFitsACursor() {
        List<EventSource> sources = IntStream.range(0, 200)
                .<EventSource>mapToObj(i -> FakeSource.failing(
                        new SourceId("registry-%03d".formatted(i), Kind.REGISTRY_AUDIT, SampleEvents.REGISTRY), null))
                .toList();
        assertThat(Requests.check("", sources)).isInstanceOf(EventsRequest.class);
    }
}
