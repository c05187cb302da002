package dev.tributary.walk;

import static dev.tributary.walk.CursorCodecTest.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that we did not make is refused, and in no other way than by the one exception. */
class CursorDamageTest {

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
        IntStream.range(0, text.length())
                .mapToObj(end -> text.substring(0, end))
                .forEach(CursorDamageTest::assertRefused);
        List.of(text + "A", text + "AAAA", text + "=", "A" + text, text + text)
                .forEach(CursorDamageTest::assertRefused);
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
        byte[] hugeText = {3, 1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
        byte[] hugeCount = {
            3, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1
        };
        byte[] endlessNumber = new byte[40];
        Arrays.fill(endlessNumber, (byte) 0xFF);
        endlessNumber[0] = 3;
        byte[] negativeLength = endlessNumber.clone();
        negativeLength[1] = 1; // one parameter, whose name has less than no octets
        negativeLength[11] = 1;
        List.of(hugeText, hugeCount, endlessNumber, negativeLength).forEach(bytes -> assertRefused(sealed(bytes)));
        assertRefused("A".repeat(1_000_000));
    }

    @Test
    void formsThatEncodeNeverMakesAreRefused() {
        assertThat(refusedWhenSealed(body -> body)).isFalse();
        assertThat(refusedWhenSealed(body -> Arrays.copyOf(body, body.length + 1)))
                .as("octet added")
                .isTrue();
        assertThat(refusedWhenSealed(body -> with(body, 0, 1)))
                .as("other version")
                .isTrue();
        assertThat(refusedWhenSealed(body -> with(body, body.length - 1, 2)))
                .as("flag of 2")
                .isTrue();
        assertThat(refusedWhenSealed(body -> with(body, 3, 0xFF)))
                .as("no UTF-8")
                .isTrue();
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

    private static boolean refusedWhenSealed(UnaryOperator<byte[]> change) {
        try {
            CursorCodec.decode(sealed(change.apply(body(SAMPLE))));
            return false;
        } catch (MalformedCursorException refused) {
            return true;
        }
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
        return base64(ByteBuffer.allocate(body.length + 4)
                .put(body)
                .putInt((int) sum.getValue())
                .array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
