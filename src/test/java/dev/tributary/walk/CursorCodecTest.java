package dev.tributary.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tributary.event.EventKey;
import dev.tributary.source.FailureType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-21T08:30:00.123Z");
    private static final String ID = "00112233445566778899aabbccddeeff";
    private static final Cursor SAMPLE = new Cursor(
            Map.of("from", List.of("1795163400000"), "to", List.of("1795167000000"), "order", List.of("desc"), "limit", List.of("100")),
            Map.of(),
            new Walk(
                    new Position.After(new EventKey(TIME, "prod-cluster", ID)),
                    List.of("images", "orders-db", "prod-cluster", "registry"),
                    List.of(),
                    false));

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
    void everyChangedCharacterIsNoticed() {
        String text = CursorCodec.encode(SAMPLE);
        for (int i = 0; i < text.length(); i++) {
            for (char other : "ABYZabyz0189-_=+/ .é".toCharArray()) {
                if (other != text.charAt(i)) {
                    assertRefused(text.substring(0, i) + other + text.substring(i + 1));
                }
            }
        }
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(CursorCodec.encode(SAMPLE));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertRefused(base64(damaged));
        }
    }

    @Test
    void whatIsCutOffOrAddedIsNoticed() {
        String text = CursorCodec.encode(SAMPLE);
        IntStream.range(0, text.length()).mapToObj(end -> text.substring(0, end)).forEach(CursorCodecTest::assertRefused);
        List.of(text + "A", text + "AAAA", text + "=", "A" + text, text + text).forEach(CursorCodecTest::assertRefused);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void garbageIsRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            assertRefused(base64(garbage));
            assertRefused(new String(garbage, StandardCharsets.ISO_8859_1));
        }
    }

    /** A forger can compute the checksum; what then passes must at least be a cursor that we could have made. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatAForgerSealsIsRefusedOrHasOneText(long seed) {
        Random random = new Random(seed);
        byte[] body = body(SAMPLE);
        for (int i = 0; i < 20_000; i++) {
            byte[] forged = Arrays.copyOf(body, 1 + random.nextInt(body.length + 3));
            for (int change = random.nextInt(4); change >= 0; change--) {
                forged[random.nextInt(forged.length)] = (byte) random.nextInt(256);
            }
            assertRefusedOrOneText(sealed(forged));
        }
    }

    @Test
    void aHugeLengthIsRefusedBeforeAnythingIsMadeOfIt() {
        byte[] hugeText = {1, 1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
        byte[] hugeCount = {1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1};
        byte[] endlessNumber = new byte[40];
        Arrays.fill(endlessNumber, (byte) 0xFF);
        endlessNumber[0] = 1;
        List.of(hugeText, hugeCount, endlessNumber).forEach(bytes -> assertRefused(sealed(bytes)));
        assertRefused("A".repeat(1_000_000));
    }

    @Test
    void formsThatEncodeNeverMakesAreRefused() {
        assertThat(refusedWhenSealed(body -> body)).isFalse();
        assertThat(refusedWhenSealed(body -> Arrays.copyOf(body, body.length + 1))).as("octet added").isTrue();
        assertThat(refusedWhenSealed(body -> with(body, 0, 2))).as("other version").isTrue();
        assertThat(refusedWhenSealed(body -> with(body, body.length - 1, 2))).as("flag of 2").isTrue();
        assertThat(refusedWhenSealed(body -> with(body, 3, 0xFF))).as("no UTF-8").isTrue();
    }

    @Test
    void aSourceNamedTwiceIsRefused() {
        Position place = new Position.At(TIME);
        Departure departure = new Departure("a", place, FailureType.TIMEOUT);
        assertRefused(textOf(new Walk(place, List.of("a", "a"), List.of(), false)));
        assertRefused(textOf(new Walk(place, List.of("b", "a"), List.of(), false)));
        assertRefused(textOf(new Walk(place, List.of("a"), List.of(departure), false)));
        assertRefused(textOf(new Walk(place, List.of(), List.of(departure, departure), false)));
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
        assertThat(CursorCodec.encode(SAMPLE)).hasSizeLessThan(200).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void sixtyFourFailedSourcesFitAUrl() {
        List<Departure> departed = IntStream.range(100, 164)
                .mapToObj(i -> new Departure("source-with-name-" + i, new Position.At(TIME), FailureType.UPSTREAM_ERROR))
                .toList();
        Walk walk = new Walk(SAMPLE.walk().position(), List.of(), departed, true);
        assertThat(CursorCodec.encode(new Cursor(SAMPLE.parameters(), Map.of(), walk))).hasSizeLessThan(7_000);
    }

    /** The order is part of the layout: when it changes, the codec's version must rise, and this list with it. */
    @Test
    void reasonsKeepTheirPlaces() {
        assertThat(FailureType.values()).extracting(FailureType::text).containsExactly(
                "timeout", "unreachable", "throttled", "circuit-open", "auth", "forbidden", "not-found", "rejected",
                "upstream-error", "bad-answer", "too-large", "inconsistent");
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(MalformedCursorException.class).isThrownBy(() -> CursorCodec.decode(text));
    }

    private static void assertRefusedOrOneText(String text) {
        try {
            assertThat(CursorCodec.encode(CursorCodec.decode(text))).isEqualTo(text);
        } catch (MalformedCursorException expected) {
            assertThat(expected).hasMessageNotContaining(text);
        }
    }

    private static void assertNotWritten(Position position) {
        assertThatIllegalArgumentException().isThrownBy(() -> textOf(new Walk(position, List.of(), List.of(), false)));
    }

    private static boolean refusedWhenSealed(UnaryOperator<byte[]> change) {
        try {
            CursorCodec.decode(sealed(change.apply(body(SAMPLE))));
            return false;
        } catch (MalformedCursorException refused) {
            return true;
        }
    }

    private static String textOf(Walk walk) {
        return CursorCodec.encode(new Cursor(Map.of(), Map.of(), walk));
    }

    private static byte[] body(Cursor cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(CursorCodec.encode(cursor));
        return Arrays.copyOf(bytes, bytes.length - 4);
    }

    private static byte[] with(byte[] bytes, int index, int value) {
        bytes[index] = (byte) value;
        return bytes;
    }

    private static String sealed(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return base64(ByteBuffer.allocate(body.length + 4).put(body).putInt((int) sum.getValue()).array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
