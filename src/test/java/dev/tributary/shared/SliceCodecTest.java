package dev.tributary.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.SampleEvents;
import dev.tributary.event.Value;
import dev.tributary.source.FailureType;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceCodecTest {
    private static final Window HOUR =
            new Window(SampleEvents.TIME.minusSeconds(1_800), SampleEvents.TIME.plusSeconds(1_800));
    private static final Instant BEGUN = Instant.parse("2026-11-22T08:00:00.123456789Z");
    private static final SourceFailure WHY = new SourceFailure(
            FailureType.INCONSISTENT, "files may be missing", 504, "HSS.0001", Duration.ofMillis(1_500));

    private final SliceCodec codec = new SliceCodec(1 << 20);

    @Test
    void whatIsReadIsWhatWasWritten() {
        Slice.Proven slice = slice(
                SampleEvents.imageLog(),
                SampleEvents.clusterEvent(),
                SampleEvents.registryAudit(),
                SampleEvents.databaseAudit());
        assertThat(codec.decode(bytes(slice))).contains(slice);
    }

    /** A list that ends: all before its oldest row is proven. */
    @Test
    void aWindowWithoutABeginningIsRead() {
        Slice.Proven slice = new Slice.Proven(new Window(Instant.MIN, HOUR.to()), List.of(), 0, 3, BEGUN, 7);
        assertThat(codec.decode(bytes(slice))).contains(slice);
    }

    @Test
    void fieldsKeepTheirOrder() {
        Slice.Proven slice = slice(SampleEvents.clusterEvent());
        assertThat(codec.decode(bytes(slice)).orElseThrow().events().get(0).attributes())
                .containsExactlyEntriesOf(SampleEvents.clusterEvent().attributes());
    }

    /** An upstream may send half of a character, which no UTF-8 has. */
    @Test
    void anyTextIsKept() {
        Event event = SampleEvents.imageLog().with("odd", Value.string("\uD800 é 中 \u0000 \uFFFF"));
        assertThat(codec.decode(bytes(slice(event)))).contains(slice(event));
    }

    /** They stand in stores of running services: bytes that change need another version. */
    @Test
    void theBytesAreThoseOfTheirVersion() {
        Slice.Proven slice =
                new Slice.Proven(new Window(Instant.EPOCH, Instant.EPOCH.plusMillis(1)), List.of(), 2, 0, BEGUN, 9);
        assertThat(SliceCodec.VERSION).isEqualTo(1);
        SliceOutput output = new SliceOutput();
        output.slice(slice);
        assertThat(HexFormat.of().formatHex(output.bytes())).isEqualTo("00000080897a0400808495b00daab4de75120000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedBytesAreNoSlice(long seed) {
        Random random = new Random(seed);
        byte[] good = bytes(slice(SampleEvents.imageLog(), SampleEvents.databaseAudit()));
        for (int place = 0; place < good.length; place++) {
            byte[] damaged = good.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            assertThat(codec.decode(damaged)).as("byte %d", place).isEmpty();
            assertThat(codec.decode(Arrays.copyOf(good, place))).isEmpty();
        }
    }

    /** As somebody else's would be that has a checksum which fits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nonsenseEndsAsAnExceptionOrASlice(long seed) {
        Random random = new Random(seed);
        IntStream.range(0, 2_000).forEach(attempt -> {
            byte[] nonsense = new byte[random.nextInt(64)];
            random.nextBytes(nonsense);
            try {
                new SliceInput(nonsense).slice();
            } catch (RuntimeException expected) {
                assertThat(expected).isNotNull();
            }
        });
    }

    @Test
    void anotherVersionIsNoSlice() {
        byte[] bytes = bytes(slice(SampleEvents.imageLog()));
        bytes[0]++;
        assertThat(codec.decode(bytes)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotWritten() {
        Slice.Proven slice = slice(SampleEvents.imageLog());
        int size = bytes(slice).length;
        assertThat(new SliceCodec(size).encode(slice)).isPresent();
        assertThat(new SliceCodec(size - 1).encode(slice)).isEmpty();
    }

    /** It would take more of the heap than any slice that was written here. */
    @Test
    void whatInflatesBeyondMeasureIsNoSlice() {
        Event event = SampleEvents.imageLog().with("long", Value.string("x".repeat(100_000)));
        byte[] bomb = bytes(slice(event));
        assertThat(new SliceCodec(bomb.length).decode(bomb)).isEmpty();
    }

    private byte[] bytes(Slice.Proven slice) {
        return codec.encode(slice).orElseThrow();
    }

    private static Slice.Proven slice(Event... events) {
        return new Slice.Proven(HOUR, List.of(events), 5, 1, BEGUN, 4_321, List.of(new Gap(HOUR, WHY, true)));
    }
}
