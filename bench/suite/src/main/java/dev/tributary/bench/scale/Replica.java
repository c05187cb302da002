package dev.tributary.bench.scale;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceMeter;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.Pace;
import dev.tributary.upstream.call.Turn;
import dev.tributary.upstream.slice.FilterUnit;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SettledSlices;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.SliceReader;
import dev.tributary.upstream.slice.SlicedReading;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One replica: the service's own paces, memory and layout of slices. Equal calls under way are not joined. */
final class Replica {
    static final Duration DEADLINE = Duration.ofSeconds(10);
    /** Never full: what Caffeine gives up depends on identities, and a seed has to play the same. */
    private static final long CACHE = Long.MAX_VALUE / 2;

    private final VirtualTime time;
    private final Cloud cloud;
    private final IntFunction<Pace> newPace;
    private final ProvenCache cache;
    private final Map<Integer, Pace> paces = new HashMap<>();
    private final Map<Integer, ProvenCache.Shelf> shelves = new HashMap<>();

    /** @param newPace of a group */
    Replica(VirtualTime time, Cloud cloud, IntFunction<Pace> newPace, SettledSlices others) {
        this.time = time;
        this.cloud = cloud;
        this.newPace = newPace;
        this.cache = new ProvenCache(CACHE, time, others);
    }

    /** @param wanted events, in tenths */
    Reading read(int source, Window window, EventOrder order, int wanted, Duration deadline) {
        ReadSettings settings = settings(source);
        ProvenCache.Shelf shelf = shelves.computeIfAbsent(source, any -> cache.sharedShelf(settings));
        Allowance allowance = new Allowance(time, deadline, Integer.MAX_VALUE);
        ReadRequest request =
                new ReadRequest(window, order, wanted, Freshness.CACHED, Scan.NEEDED, Hints.none(), allowance);
        return new SlicedReading(new Paced(source), () -> shelf, request, settings);
    }

    /** The defaults. */
    private ReadSettings settings(int source) {
        return new ReadSettings(
                Cloud.id(source),
                List.of(),
                Cloud.PAGE,
                8,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                DEADLINE,
                Duration.ofMinutes(15),
                Duration.ofSeconds(1),
                Duration.ofDays(2),
                Duration.ofMinutes(10),
                5_000,
                FilterUnit.MILLISECONDS,
                Integer.MAX_VALUE,
                SourceMeter.NONE,
                time);
    }

    private final class Paced implements SliceReader {
        private static final double FILLED = 0.8;

        private final int source;

        Paced(int source) {
            this.source = source;
        }

        @Override
        public Uni<Slice> read(Window slice, EventOrder order, Tally tally) {
            Pace pace = paces.computeIfAbsent(Cloud.group(source), newPace::apply);
            return Turn.of(pace, Integer.toString(source)).chain(() -> cloud.read(source, slice));
        }

        @Override
        public Sizes sizes() {
            Duration unit = Duration.ofMillis(1);
            return new Sizes(unit, unit, Duration.ofDays(400_000), FILLED * Cloud.PAGE);
        }
    }
}
