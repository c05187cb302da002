package dev.tributary.upstream.slice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final SettledSlices others;
    private final Cache<Key, Entry> entries;

    /** For this process alone. */
    public ProvenCache(long maxBytes, Clock clock) {
        this(maxBytes, clock, SettledSlices.NONE);
    }

    /**
     * @param maxBytes of heap, estimated
     * @param others what other replicas prove, and are told of
     */
    public ProvenCache(long maxBytes, Clock clock, SettledSlices others) {
        this.others = others;
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Entry entry) -> entry.weight())
                .expireAfter(Expiry.creating((Key key, Entry entry) -> entry.life))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .removalListener(ProvenCache::removed)
                .build();
    }

    /** A shelf of its own, seen by nobody else. */
    public Shelf shelf(ReadSettings settings) {
        return new Shelf(settings, null);
    }

    /**
     * A shelf for a source, or for one of its lists, whose settled slices are those of all replicas.
     *
     * @param meaning what besides the settings decides what is proven
     */
    public Shelf sharedShelf(ReadSettings settings, String... meaning) {
        List<@Nullable String> all = new ArrayList<>(settings.origin());
        all.add(settings.settle().toString());
        all.add(settings.overlap().toString());
        all.add(settings.reorderTolerance().toString());
        all.add(settings.unit().text());
        all.addAll(List.of(meaning));
        return new Shelf(settings, new SettledSlices.ShelfId(settings.id(), all));
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
        private final SettledSlices.@Nullable ShelfId id;
        private final NavigableMap<Instant, Entry> byStart = new ConcurrentSkipListMap<>();
        private final SharedReads<Instant, Optional<Slice.Proven>> looks = new SharedReads<>();

        private Shelf(ReadSettings settings, SettledSlices.@Nullable ShelfId id) {
            this.settings = settings;
            this.id = id;
        }

        public void put(Slice.Proven proven) {
            boolean isSettled = settings.isSettled(proven);
            Duration life = isSettled ? settings.settledFor() : settings.youngFor();
            boolean isNew = keep(proven, life);
            if (isNew && isSettled && id != null) {
                others.put(id, proven, life);
            }
        }

        /**
         * A slice that holds this time and that another replica has proven; it stands here too, for as long as it would
         * there. Nobody is asked for what may still change.
         *
         * @param end up to where must be settled what would be read instead
         * @param patience how long to wait for a replica that is reading it just now
         */
        public Uni<Optional<Slice.Proven>> elsewhere(Instant time, Instant end, Duration patience) {
            if (id == null || settings.settledFor().isZero() || !settings.isSettled(end)) {
                return Uni.createFrom().item(Optional.empty());
            }
            SettledSlices.ShelfId shelf = id;
            return looks.join(time, () -> others.find(shelf, time, patience), () -> {})
                    .map(found -> found.filter(proven -> isUsable(proven, time)))
                    .invoke(found -> found.ifPresent(proven -> keep(proven, lifeLeft(proven))));
        }

        private boolean isUsable(Slice.Proven proven, Instant time) {
            return proven.window().contains(time) && settings.isSettled(proven) && isAlive(proven);
        }

        private boolean isAlive(Slice.Proven proven) {
            return lifeLeft(proven).compareTo(Duration.ZERO) > 0;
        }

        private Duration lifeLeft(Slice.Proven proven) {
            Duration age = Duration.between(proven.begun(), settings.clock().instant());
            return settings.settledFor().minus(age.isNegative() ? Duration.ZERO : age);
        }

        /** Whether it is not what all who joined one read keep one after the other. */
        private boolean keep(Slice.Proven proven, Duration life) {
            if (life.isZero()) {
                return false;
            }
            Entry entry = new Entry(proven, life);
            Key key = new Key(this, proven.window().from());
            Entry before = byStart.put(key.from, entry);
            entries.put(key, entry);
            return before == null || !before.isOfSameRead(entry);
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

        boolean isOfSameRead(Entry other) {
            return proven.window().equals(other.proven.window())
                    && proven.begun().equals(other.proven.begun());
        }

        int weight() {
            long bytes = EMPTY_SLICE_BYTES + RowWeight.onHeap(proven.bytes());
            return (int) Math.min(Integer.MAX_VALUE, bytes);
        }
    }
}
