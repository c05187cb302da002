package dev.tributary.bench.scale;

import dev.tributary.upstream.call.Bucket;
import dev.tributary.upstream.call.LocalBucket;
import dev.tributary.upstream.call.Pace;
import dev.tributary.upstream.slice.SettledSlices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is played.
 *
 * @param shares whether the replicas share pace and slices; else each has this pace for itself
 * @param perSecond calls of a group
 * @param users how many times 2,000 that poll and 50 that export
 */
record Scenario(String name, boolean shares, double perSecond, int burst, int users) {
    static final int REPLICAS = 50;
    private static final int POLLING = 2_000;
    private static final int EXPORTING = 50;
    private static final Duration LENGTH = Duration.ofMinutes(2);

    /** A row of the table. */
    String played(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        VirtualTime time = new VirtualTime();
        Cloud cloud = new Cloud(time, random.split(), (int) LENGTH.toSeconds());
        StoreModel store = new StoreModel(time);
        List<StoreSlices> slices = new ArrayList<>();
        Map<Integer, Bucket> buckets = new HashMap<>();
        List<Replica> replicas = IntStream.range(0, REPLICAS)
                .mapToObj(number -> replica(time, cloud, store, slices, buckets))
                .toList();
        Users asking = new Users(time, random.split(), replicas);
        asking.begin(users * POLLING, users * EXPORTING);
        time.runFor(LENGTH);
        return row(cloud, store, slices, asking);
    }

    private Replica replica(
            VirtualTime time, Cloud cloud, StoreModel store, List<StoreSlices> slices, Map<Integer, Bucket> buckets) {
        if (!shares) {
            return new Replica(
                    time,
                    cloud,
                    group -> new Pace(time.vertx(), new LocalBucket(time, perSecond, burst)),
                    SettledSlices.NONE);
        }
        StoreSlices own = new StoreSlices(time, store);
        slices.add(own);
        return new Replica(time, cloud, group -> new Pace(time.vertx(), bucket(time, store, buckets, group)), own);
    }

    private Bucket bucket(VirtualTime time, StoreModel store, Map<Integer, Bucket> buckets, int group) {
        return buckets.computeIfAbsent(group, any -> new StoreBucket(time, store, perSecond, burst));
    }

    private String row(Cloud cloud, StoreModel store, List<StoreSlices> slices, Users asking) {
        long asked = slices.stream().mapToLong(StoreSlices::asked).sum();
        long found = slices.stream().mapToLong(StoreSlices::found).sum();
        double seconds = LENGTH.toSeconds();
        return String.format(
                Locale.ROOT,
                "| %s | %,d ms | %,d ms | %.1f %% | %,.0f | %,.0f | %d | %,.0f | %.1f %% | %.1f MB | %,.0f MB | %.0f %% |",
                name,
                asking.latency(50),
                asking.latency(99),
                100 * asking.late(),
                asking.exported() / seconds,
                cloud.calls() / seconds,
                cloud.busiestSecond(),
                store.requestsASecond(),
                100 * store.busy(),
                store.megabytesASecond(),
                store.megabytesKept(),
                100.0 * found / Math.max(1, asked));
    }
}
