package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas that find what others have proven, wherever it begins and ends, read no other events than alone. */
class SettledElsewhereTest {
    private static final Instant FROM = Instant.parse("2026-01-10T10:00:00Z");
    private static final int MILLIS = 3_600_000;

    private final Clock clock = Clock.fixed(FROM.plus(Duration.ofDays(30)), ZoneOffset.UTC);
    private final ReadSettings settings =
            SampleSettings.of(PlayedFilter.SOURCE, clock).pageSize(20).build();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyReplicaReadsAllThereIs(long seed) {
        Random random = new Random(seed);
        PlayedFilter filter = filter(random);
        OtherReplicas others = new OtherReplicas(random);
        for (int replica = 0; replica < 8; replica++) {
            Window window = window(random);
            EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
            assertThat(read(filter, window, order, others)).isEqualTo(read(filter, window, order, SettledSlices.NONE));
        }
    }

    static LongStream seeds() {
        return Seeds.of(50);
    }

    @Test
    void whatAnotherReplicaHasReadCostsNoCall() {
        PlayedFilter filter = filter(new Random(1));
        OtherReplicas others = new OtherReplicas(new Random(1));
        Window hour = new Window(FROM, FROM.plusMillis(MILLIS));
        read(filter, hour, EventOrder.DESC, others);
        int before = filter.calls;
        read(filter, hour, EventOrder.DESC, others);
        assertThat(filter.calls).isEqualTo(before);
    }

    /** By one that remembers nothing. */
    private List<Event> read(PlayedFilter filter, Window window, EventOrder order, SettledSlices others) {
        ProvenCache.Shelf shelf = new ProvenCache(1 << 24, clock, others).sharedShelf(settings);
        OnePageSlices slices = new OnePageSlices(filter, settings, PlayedFilter.NORMALISER);
        SlicedReading reading = new SlicedReading(slices, () -> shelf, Reader.request(window, order), settings);
        Reader read = Reader.of(reading, window, order);
        assertThat(read.last()).isInstanceOf(Batch.class);
        assertThat(read.gaps()).isEmpty();
        return read.events();
    }

    private PlayedFilter filter(Random random) {
        return new PlayedFilter(clock, random.ints(200, 0, MILLIS).mapToLong(milli -> FROM.toEpochMilli() + milli));
    }

    private static Window window(Random random) {
        Instant from = FROM.plusMillis(random.nextInt(MILLIS));
        return new Window(from, from.plusMillis(1 + random.nextInt(MILLIS)));
    }

    /** What they have put, in no order. */
    private record OtherReplicas(Random random, List<Slice.Proven> slices) implements SettledSlices {
        OtherReplicas(Random random) {
            this(random, new ArrayList<>());
        }

        @Override
        public Uni<Optional<Slice.Proven>> find(ShelfId shelf, Instant time, Duration patience) {
            List<Slice.Proven> holding = slices.stream()
                    .filter(slice -> slice.window().contains(time))
                    .toList();
            return Uni.createFrom()
                    .item(
                            holding.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(holding.get(random.nextInt(holding.size()))));
        }

        @Override
        public void put(ShelfId shelf, Slice.Proven proven, Duration life) {
            slices.add(proven);
        }
    }
}
