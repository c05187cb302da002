package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.InAQuery;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Reservation;
import dev.tributary.source.Scan;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An hour of slices, a minute each, of 10 KB; all are read at once as soon as they are begun. */
class MemoryForSlicesTest {
    private static final Instant FROM = Instant.parse("2026-01-10T10:00:00Z");
    private static final Window HOUR = new Window(FROM, FROM.plus(Duration.ofHours(1)));
    private static final int PULLS = 5;

    private final Minutes minutes = new Minutes();

    @Test
    void aheadIsReadWhatThereIsMemoryFor() {
        inAQuery(10_000_000, memory -> {
            pull(reading(memory));
            assertThat(minutes.begun).isGreaterThan(PULLS);
        });
    }

    @Test
    void nothingIsReadAheadWithoutMemory() {
        inAQuery(100, memory -> {
            pull(reading(memory));
            assertThat(minutes.begun).isEqualTo(PULLS);
        });
    }

    @Test
    void whoIsClosedGivesBackWhatWasReadAhead() {
        inAQuery(10_000_000, memory -> {
            Reading reading = reading(memory);
            pull(reading);
            assertThat(memory.tryTake(10_000_000)).isFalse();
            reading.close();
            assertThat(memory.tryTake(10_000_000)).isTrue();
        });
    }

    @Test
    void whoIsPulledAfterItWasClosedHoldsNothing() {
        inAQuery(10_000_000, memory -> {
            Reading reading = reading(memory);
            reading.close();
            for (int pull = 0; pull < PULLS; pull++) {
                reading.next().subscribe().with(never -> {}, failure -> {});
            }
            assertThat(memory.tryTake(10_000_000)).isTrue();
            assertThat(minutes.begun).isZero();
        });
    }

    @Test
    void whoHasReadToTheEndHoldsNothingAnyMore() {
        inAQuery(10_000_000, memory -> {
            Reader.of(reading(memory), HOUR, EventOrder.ASC);
            assertThat(minutes.begun).isBetween(60, 70);
            assertThat(memory.tryTake(10_000_000)).isTrue();
        });
    }

    private static void pull(Reading reading) {
        for (int pull = 0; pull < PULLS; pull++) {
            reading.next().await().indefinitely();
        }
    }

    private Reading reading(Reservation memory) {
        Clock clock = Clock.systemUTC();
        Allowance allowance = new Allowance(clock, Duration.ofHours(1), 1_000, memory);
        Hints aMinute = new Hints(List.of(60_000L));
        ReadSettings settings = SampleSettings.of(PlayedFilter.SOURCE, clock).build();
        return new SlicedReading(
                minutes,
                () -> new ProvenCache(0, clock).shelf(settings),
                new ReadRequest(HOUR, EventOrder.ASC, 1_000, Freshness.FRESH, Scan.NEEDED, aMinute, allowance),
                settings);
    }

    /** @param left beside what the query has reserved */
    private static void inAQuery(long left, Consumer<Reservation> query) {
        InAQuery.run(1_000 + left, 1_000, query);
    }

    private static final class Minutes implements SliceReader {
        private static final int ROWS = 10;

        private int begun;

        @Override
        public Uni<Slice> read(Window slice, EventOrder order, Tally tally) {
            begun++;
            return Uni.createFrom().item(new Slice.Proven(slice, List.of(), ROWS, 0, Instant.EPOCH, 10_000));
        }

        @Override
        public Sizes sizes() {
            return new Sizes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1), ROWS);
        }
    }
}
