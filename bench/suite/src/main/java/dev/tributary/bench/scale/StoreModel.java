package dev.tributary.bench.scale;

import dev.tributary.upstream.slice.SettledSlices.ShelfId;
import dev.tributary.upstream.slice.Slice;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A model of the store: one thread that answers request after request, and what it keeps. */
final class StoreModel {
    private static final long WAY = 250; // microseconds through the network, in one direction
    /** redis-benchmark got 49,000 to 57,000 of the scripts answered in a second. */
    private static final long EACH = 20;

    private static final long BYTES_A_MICROSECOND = 1_000;
    private static final int BYTES_OF_A_SCRIPT = 1_200;
    private static final int LOOKED_AT = 8;

    private final VirtualTime time;
    private final Map<ShelfId, NavigableMap<Instant, Slice.Proven>> shelves = new HashMap<>();
    private final Map<Lease, Holder> leases = new HashMap<>();
    private long freeAt;
    private long requests;
    private long bytes;
    private long busy;
    private long kept;

    StoreModel(VirtualTime time) {
        this.time = time;
    }

    /** @param moved bytes beyond the script */
    <T> Uni<T> asked(long moved, Supplier<T> script) {
        return Uni.createFrom().emitter(asker -> {
            freeAt = Math.max(freeAt, time.micros() + WAY) + EACH;
            busy += EACH;
            requests++;
            moves(BYTES_OF_A_SCRIPT + moved);
            time.after(freeAt - time.micros(), () -> {
                T answer = script.get();
                time.after(WAY, () -> asker.complete(answer));
            });
        });
    }

    Optional<Slice.Proven> find(ShelfId shelf, Instant at) {
        Optional<Slice.Proven> found =
                shelves.getOrDefault(shelf, new TreeMap<>()).headMap(at, true).descendingMap().values().stream()
                        .limit(LOOKED_AT)
                        .filter(slice -> slice.window().contains(at))
                        .findFirst();
        found.ifPresent(slice -> moves(Cloud.storedBytes(slice)));
        return found;
    }

    private void moves(long moved) {
        long work = moved / BYTES_A_MICROSECOND;
        freeAt += work;
        busy += work;
        bytes += moved;
    }

    /** Whether the asker is to read it himself. */
    boolean leases(ShelfId shelf, Instant at, Object asker, long length) {
        Holder holder = leases.compute(
                new Lease(shelf, at),
                (lease, now) -> now == null || now.until <= time.micros() || now.asker == asker
                        ? new Holder(asker, time.micros() + length)
                        : now);
        return holder.asker == asker;
    }

    void put(ShelfId shelf, Slice.Proven slice) {
        kept += Cloud.storedBytes(slice);
        shelves.computeIfAbsent(shelf, any -> new TreeMap<>())
                .put(slice.window().from(), slice);
    }

    double requestsASecond() {
        return requests / seconds();
    }

    double megabytesASecond() {
        return bytes / 1e6 / seconds();
    }

    /** A part of the time. */
    double busy() {
        return busy / 1e6 / seconds();
    }

    double megabytesKept() {
        return kept / 1e6;
    }

    private double seconds() {
        return time.micros() / 1e6;
    }

    private record Lease(ShelfId shelf, Instant at) {}

    private record Holder(Object asker, long until) {}
}
