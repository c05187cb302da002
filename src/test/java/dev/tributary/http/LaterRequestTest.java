package dev.tributary.http;

import static dev.tributary.http.Requests.accepted;
import static dev.tributary.http.Requests.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventKey;
import dev.tributary.event.EventOrder;
import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.format.RawRecords;
import dev.tributary.source.FailureType;
import dev.tributary.source.Window;
import dev.tributary.walk.Cursor;
import dev.tributary.walk.CursorCodec;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All walks here began an hour ago, over the hour before, and stand behind the registry's event. */
class LaterRequestTest {

    private static final Instant FROM = Instant.parse("2026-11-21T07:30:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T08:30:00Z");
    private static final String FIRST = "from=2026-11-21T07:30:00Z&to=2026-11-21T08:30:00Z&order=asc&limit=7"
            + "&partial=deny&include=raw&source=images&source=re*&q=nginx";
    private static final Walk WALK = new Walk(
            new Position.After(SampleEvents.registryAudit().key()),
            List.of("images", "registry"),
            List.of(),
            List.of(new Departure("orders-db", new Position.At(TO), FailureType.TIMEOUT)),
            true);

    @Test
    void cursorAloneAsksForTheSameQueryFromItsPlace() {
        EventsRequest later = accepted("cursor=" + cursor(FIRST));
        assertThat(later.query().window()).isEqualTo(new Window(FROM, TO));
        assertThat(later.query().order()).isEqualTo(EventOrder.ASC);
        assertThat(later.query().limit()).isEqualTo(7);
        assertThat(later.query().partial()).isEqualTo(PartialMode.DENY);
        assertThat(later.query().walk()).isEqualTo(WALK);
        assertThat(later.raw()).isEqualTo(RawRecords.INCLUDED);
        assertThat(later.query().filter().matches(SampleEvents.registryAudit())).isTrue();
        assertThat(later.query().filter().matches(SampleEvents.databaseAudit())).isFalse();
    }

    @Test
    void relativeTimesStayWhatTheyWereWhenTheWalkBegan() {
        assertThat(accepted("cursor=" + cursor("from=now-2h&to=now")).query().window())
                .isEqualTo(new Window(Requests.NOW.minusSeconds(7_200), Requests.NOW));
    }

    @Test
    void whatWasSentFirstMayBeRepeated() {
        assertThat(accepted(FIRST + "&cursor=" + cursor(FIRST)).query().walk()).isEqualTo(WALK);
        assertThat(accepted("from=now-2h&cursor=" + cursor("from=now-2h"))
                        .query()
                        .walk())
                .isEqualTo(WALK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-21T07:30:00.000Z", // the same time, but another text
                "order=desc",
                "source=images",
                "source=re*&source=images",
                "q=nginy",
                "partial=allow",
                "kind=image-log" // never sent before
            })
    void whatChangesOnTheWayIsAViolation(String changed) {
        String name = changed.substring(0, changed.indexOf('='));
        assertThat(violations(changed + "&cursor=" + cursor(FIRST)))
                .extracting(Violation::parameter)
                .containsExactly(name);
    }

    @Test
    void limitAndIncludeCountPerRequest() {
        EventsRequest later = accepted("limit=9&include=raw&format=json&cursor=" + cursor("limit=7"));
        assertThat(later.query().limit()).isEqualTo(9);
        assertThat(later.raw()).isEqualTo(RawRecords.INCLUDED);
    }

    @Test
    void nextPageHasTheLimitThatWasFirstAsked() {
        EventsRequest later = accepted("limit=9&cursor=" + cursor("limit=7"));
        String next = later.frozen().link(WALK);
        assertThat(accepted(next.substring(next.indexOf("cursor="))).query().limit())
                .isEqualTo(7);
    }

    @Test
    void limitIsCheckedOnLaterPagesToo() {
        assertThat(violations("limit=1001&cursor=" + cursor("limit=7")))
                .extracting(Violation::parameter)
                .containsExactly("limit");
    }

    @Test
    void gapLinkIsTheSameQueryOverTheGap() {
        EventsRequest first = accepted(FIRST);
        Window gap = new Window(FROM.plusSeconds(60), FROM.plusSeconds(120));
        Walk alone = Walk.begin(EventOrder.ASC, gap, List.of("registry"));
        String link = first.gapLink(new NamedGap(gap, false, alone));
        EventsRequest again = accepted(link.substring(link.indexOf("cursor=")));
        assertThat(again.query().window()).isEqualTo(gap);
        assertThat(again.query().walk()).isEqualTo(alone);
        assertThat(again.query().limit()).isEqualTo(7);
    }

    @Test
    void requestThatAllowsGapsStillAcceptsWhatWasSentFirst() {
        String link = accepted(FIRST).frozen().allowingGaps().link(WALK);
        EventsRequest later = accepted(FIRST + "&" + link.substring(link.indexOf("cursor=")));
        assertThat(later.query().partial()).isEqualTo(PartialMode.ALLOW);
    }

    /** Its sources are a matter of the walk: one that was removed since is a gap, not a violation. */
    @Test
    void cursorMayNameSourcesThatAreUnknownHere() {
        Walk walk = new Walk(WALK.position(), List.of("removed"), List.of(), List.of(), false);
        Cursor cursor =
                new Cursor(Map.of("source", List.of("removed"), "from", ms(FROM), "to", ms(TO)), Map.of(), walk);
        assertThat(accepted("cursor=" + CursorCodec.encode(cursor)).query().walk())
                .isEqualTo(walk);
    }

    static Stream<Arguments> forgeries() {
        Walk beyond = new Walk(new Position.At(TO.plusMillis(1)), List.of("images"), List.of(), List.of(), false);
        Walk before = new Walk(new Position.At(FROM.minusMillis(2)), List.of("images"), List.of(), List.of(), false);
        EventKey late = new EventKey(TO.plusSeconds(9), "images", "1".repeat(32));
        Departure departure = new Departure("images", new Position.After(late), FailureType.TIMEOUT);
        Walk left = new Walk(WALK.position(), List.of(), List.of(), List.of(departure), false);
        return Stream.of(
                Arguments.of("a place after its window", forged("order", "asc", beyond)),
                Arguments.of("a place before its window", forged("order", "asc", before)),
                Arguments.of("a source that left after its window", forged("order", "asc", left)),
                Arguments.of(
                        "no source",
                        forged("order", "asc", new Walk(WALK.position(), List.of(), List.of(), List.of(), false))),
                Arguments.of("a limit beyond the largest", forged("limit", "1001", WALK)),
                Arguments.of("an unknown parameter", forged("colour", "red", WALK)),
                Arguments.of("an empty text", forged("q", "", WALK)),
                Arguments.of("an unknown order", forged("order", "up", WALK)),
                Arguments.of("an unknown format", forged("format", "xml", WALK)),
                Arguments.of("a whole scan of a page", forged("scan", "full", WALK)),
                Arguments.of("a window too long", forged("from", "0", WALK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgedCursorPassesTheChecksOfARequestOrIsBlamed(String what, String cursor) {
        assertThat(violations("cursor=" + cursor))
                .isNotEmpty()
                .allMatch(it -> it.parameter().equals("cursor"));
    }

    @Test
    void damagedCursorIsBlamed() {
        String cursor = cursor(FIRST);
        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String damaged = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertThat(violations("cursor=" + damaged))
                    .as(damaged)
                    .extracting(Violation::parameter)
                    .containsExactly("cursor");
        }
    }

    private static String cursor(String first) {
        String link = accepted(first).frozen().link(WALK);
        return link.substring(link.indexOf('=') + 1);
    }

    private static String forged(String name, String text, Walk walk) {
        Map<String, List<String>> parameters = new HashMap<>(Map.of("from", ms(FROM), "to", ms(TO)));
        parameters.put(name, List.of(text));
        return CursorCodec.encode(new Cursor(parameters, Map.of(), walk));
    }

    private static List<String> ms(Instant time) {
        return List.of(Long.toString(time.toEpochMilli()));
    }
}
