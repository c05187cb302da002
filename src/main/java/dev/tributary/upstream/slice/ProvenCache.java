package dev.tributary.upstream.slice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What has been proven, for the whole process, asked by source and point in time. What is settled stays for long, all
 * else for a moment, and all of it only as long as there is room.
 */
// What Caffeine makes of the builder's calls below; it finds them by name, which a native image must know of.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSLMWA", "com.github.benmanes.caffeine.cache.PSWMW"})
public final class ProvenCache {
    private static final int EMPTY_SLICE_BYTES = 512;

    private final Cache<Key, Entry> entries;

    /** @param maxBytes of heap, estimated */
    public ProvenCache(long maxBytes, Clock clock) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Entry entry) -> entry.weight())
                .expireAfter(Expiry.creating((Key key, Entry entry) -> entry.life))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .removalListener(ProvenCache::removed)
                .build();
    }

    /** A shelf of its own for a source, or for one of its lists. */
    public Shelf shelf(ReadSettings settings) {
        return new Shelf(settings);
    }

    private static void removed(@Nullable Key key, @Nullable Entry entry, RemovalCause cause) {
        if (key != null && entry != null) {
            key.shelf.byStart.remove(key.from, entry);
        }
    }

    /** What has been proven of one source. */
    public final class Shelf {
        /** Slices overlap, so the one that begins nearest before a time need not be the one that holds it. */
        private static final int LOOKED_AT = 8;

        private final ReadSettings settings;
        private final NavigableMap<Instant, Entry> byStart = new ConcurrentSkipListMap<>();

        private Shelf(ReadSettings settings) {
            this.settings = settings;
        }

        public void put(Slice.Proven proven) {
            Duration life = settings.isSettled(proven) ? settings.settledFor() : settings.youngFor();
            Entry entry = new Entry(proven, life);
            Key key = new Key(this, proven.window().from());
            if (!life.isZero()) {
                byStart.put(key.from, entry);
                entries.put(key, entry);
            }
        }

        /** A living slice that holds this time. */
        public Optional<Slice.Proven> at(Instant time) {
            return byStart.headMap(time, true).descendingMap().keySet().stream()
                    .limit(LOOKED_AT)
                    .map(from -> entries.getIfPresent(new Key(this, from)))
                    .filter(Objects::nonNull)
                    .map(entry -> entry.proven)
                    .filter(proven -> proven.window().contains(time))
                    .findFirst();
        }
    }

    private record Key(Shelf shelf, Instant from) {}

    /** Compared by identity: two slices may begin alike. */
    private static final class Entry {
        private final Slice.Proven proven;
        private final Duration life;

        Entry(Slice.Proven proven, Duration life) {
            this.proven = proven;
            this.life = life;
        }

        int weight() {
            long bytes = EMPTY_SLICE_BYTES + RowWeight.onHeap(proven.bytes());
            return (int) Math.min(Integer.MAX_VALUE, bytes);
        }
    }
}
