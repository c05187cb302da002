package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered, for how long, and how it is found again. The settings: 5 m settle, 10 m overlap, 15 m, 1 s. */
class ProvenCacheTest {
    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

    private Instant now = NOON;
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final ReadSettings settings =
            SampleSettings.of(PlayedFilter.SOURCE, clock).build();
    private final ProvenCache cache = new ProvenCache(100_000, clock);
    private final ProvenCache.Shelf shelf = cache.shelf(settings);

    @Test
    void aSliceIsFoundByAnyTimeInIt() {
        Slice.Proven slice = proven(60, 30, 100);
        shelf.put(slice);
        assertThat(shelf.at(minutesAgo(60))).contains(slice);
        assertThat(shelf.at(minutesAgo(31))).contains(slice);
        assertThat(shelf.at(minutesAgo(30))).isEmpty();
        assertThat(shelf.at(minutesAgo(61))).isEmpty();
    }

    @Test
    void aShorterSliceInsideALongerOneDoesNotHideIt() {
        Slice.Proven longer = proven(60, 30, 100);
        shelf.put(longer);
        shelf.put(proven(50, 45, 100));
        assertThat(shelf.at(minutesAgo(40))).contains(longer);
    }

    @Test
    void settledDataLivesLongAndYoungDataAMoment() {
        shelf.put(proven(60, 30, 100));
        shelf.put(proven(30, 10, 100)); // a late event may still come: it ended less than settle + overlap ago
        now = NOON.plusSeconds(2);
        assertThat(shelf.at(minutesAgo(20))).isEmpty();
        assertThat(shelf.at(minutesAgo(40))).isPresent();
        now = NOON.plus(Duration.ofMinutes(16));
        assertThat(shelf.at(minutesAgo(40))).isEmpty();
    }

    @Test
    void whatIsTooHeavyInAllGoesAndIsNotFoundAnyMore() {
        for (int minutes = 1_000; minutes < 1_100; minutes++) {
            shelf.put(proven(minutes, minutes - 1, 1_000));
        }
        long found = java.util.stream.IntStream.range(1_000, 1_100)
                .filter(minutes -> shelf.at(minutesAgo(minutes)).isPresent())
                .count();
        assertThat(found).isBetween(1L, 40L);
    }

    @Test
    void shelvesDoNotShareWhatTheyHold() {
        shelf.put(proven(60, 30, 100));
        assertThat(cache.shelf(settings).at(minutesAgo(40))).isEmpty();
    }

    private Slice.Proven proven(int fromMinutesAgo, int toMinutesAgo, long bytes) {
        Window window = new Window(minutesAgo(fromMinutesAgo), minutesAgo(toMinutesAgo));
        return new Slice.Proven(window, List.of(), 1, 0, NOON, bytes);
    }

    private static Instant minutesAgo(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }
}
