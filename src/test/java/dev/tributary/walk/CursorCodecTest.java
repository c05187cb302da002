package dev.tributary.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tributary.event.EventKey;
import dev.tributary.source.FailureType;
import dev.tributary.source.Hints;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-21T08:30:00.123Z");
    private static final String ID = "00112233445566778899aabbccddeeff";
    static final Cursor SAMPLE = new Cursor(
            Map.of(
                    "from",
                    List.of("1795163400000"),
                    "to",
                    List.of("1795167000000"),
                    "order",
                    List.of("desc"),
                    "limit",
                    List.of("100")),
            Map.of(),
            new Walk(
                    new Position.After(new EventKey(TIME, "prod-cluster", ID)),
                    List.of("images", "orders-db", "prod-cluster", "registry"),
                    List.of(),
                    List.of(),
                    false,
                    TIME.minusSeconds(300),
                    Map.of("orders-db", new Hints(List.of(86_400L)), "registry", new Hints(List.of(-1L, 500L)))));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aCursorComesBackAsItWas(long seed) throws Exception {
        RandomCursors cursors = new RandomCursors(seed);
        for (int i = 0; i < 1_000; i++) {
            Cursor cursor = cursors.next();
            assertThat(CursorCodec.decode(CursorCodec.encode(cursor))).isEqualTo(cursor);
        }
    }

    @Test
    void equalCursorsHaveOneText() {
        Map<String, List<String>> otherWayRound = new LinkedHashMap<>();
        SAMPLE.parameters().keySet().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(name -> otherWayRound.put(name, SAMPLE.parameters().get(name)));
        assertThat(CursorCodec.encode(new Cursor(otherWayRound, SAMPLE.sent(), SAMPLE.walk())))
                .isEqualTo(CursorCodec.encode(SAMPLE));
    }

    @Test
    void aSourceNamedTwiceIsRefused() {
        Position place = new Position.At(TIME);
        Departure departure = new Departure("a", place, FailureType.TIMEOUT);
        assertRefused(textOf(new Walk(place, List.of("a", "a"), List.of(), List.of(), false)));
        assertRefused(textOf(new Walk(place, List.of("b", "a"), List.of(), List.of(), false)));
        assertRefused(textOf(new Walk(place, List.of("a"), List.of(), List.of(departure), false)));
        assertRefused(textOf(new Walk(place, List.of(), List.of(), List.of(departure, departure), false)));
    }

    @Test
    void hintsTravelWithTheSourcesThatGoOnOnly() {
        Hints hints = new Hints(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE));
        Map<String, Hints> offered = Map.of("a", hints, "b", Hints.none(), "c", hints, "d", tooMany());
        Walk walk =
                new Walk(new Position.At(TIME), List.of("a", "b", "d"), List.of("c"), List.of(), false, null, offered);
        assertThat(walk.hints()).isEqualTo(Map.of("a", hints));
        assertThat(walk.hintsFor("b")).isEqualTo(Hints.none());
    }

    @Test
    void ofHintsTheShorterHalfStays() {
        Map<String, Hints> hints = Map.of("a", hints(3), "b", hints(1), "c", hints(2), "d", hints(2), "e", hints(9));
        Walk walk =
                new Walk(new Position.At(TIME), List.copyOf(hints.keySet()), List.of(), List.of(), true, null, hints);
        assertThat(walk.withFewerHints().hints()).containsOnlyKeys("b", "c");
        assertThat(walk.withFewerHints().withFewerHints().withFewerHints())
                .isEqualTo(new Walk(walk.position(), walk.sources(), List.of(), List.of(), true));
    }

    private static Hints tooMany() {
        return hints(Walk.MOST_HINTS + 1);
    }

    private static Hints hints(int numbers) {
        return new Hints(LongStream.range(0, numbers).boxed().toList());
    }

    @Test
    void whatCouldNotComeBackUnchangedIsNotWritten() {
        assertNotWritten(new Position.At(Instant.MIN));
        assertNotWritten(new Position.At(Instant.parse("+10000-01-01T00:00:00Z")));
        assertNotWritten(new Position.After(new EventKey(TIME, "a", ID.toUpperCase(Locale.ROOT))));
        assertNotWritten(new Position.After(new EventKey(TIME, "a", ID + "00")));
        assertNotWritten(new Position.After(new EventKey(TIME, "\ud800", ID)));
    }

    @Test
    void anOrdinaryCursorIsShort() {
        assertThat(CursorCodec.encode(SAMPLE)).hasSizeLessThan(220).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void sixtyFourFailedSourcesFitAUrl() {
        List<Departure> departed = IntStream.range(100, 164)
                .mapToObj(
                        i -> new Departure("source-with-name-" + i, new Position.At(TIME), FailureType.UPSTREAM_ERROR))
                .toList();
        Walk walk = new Walk(SAMPLE.walk().position(), List.of(), List.of(), departed, true);
        assertThat(CursorCodec.encode(new Cursor(SAMPLE.parameters(), Map.of(), walk)))
                .hasSizeLessThan(7_000);
    }

    /** The order is part of the layout: when it changes, the codec's version must rise, and this list with it. */
    @Test
    void reasonsKeepTheirPlaces() {
        assertThat(FailureType.values())
                .extracting(FailureType::text)
                .containsExactly(
                        "timeout",
                        "unreachable",
                        "throttled",
                        "circuit-open",
                        "auth",
                        "forbidden",
                        "not-found",
                        "rejected",
                        "upstream-error",
                        "bad-answer",
                        "too-large",
                        "inconsistent");
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(MalformedCursorException.class).isThrownBy(() -> CursorCodec.decode(text));
    }

    private static void assertNotWritten(Position position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> textOf(new Walk(position, List.of(), List.of(), List.of(), false)));
    }

    private static String textOf(Walk walk) {
        return CursorCodec.encode(new Cursor(Map.of(), Map.of(), walk));
    }
}
