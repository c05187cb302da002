package dev.tributary.bench.scale;

import dev.tributary.upstream.slice.SettledSlices;
import dev.tributary.upstream.slice.Slice;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one replica asks the store for, as {@code SharedSlices} does. */
final class StoreSlices implements SettledSlices {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final VirtualTime time;
    private final StoreModel store;
    private long asked;
    private long found;

    StoreSlices(VirtualTime time, StoreModel store) {
        this.time = time;
        this.store = store;
    }

    @Override
    public Uni<Optional<Slice.Proven>> find(ShelfId shelf, Instant at, Duration patience) {
        asked++;
        return look(shelf, at, patience.compareTo(LEASE) < 0 ? patience : LEASE)
                .invoke(slice -> found += slice.isPresent() ? 1 : 0);
    }

    private Uni<Optional<Slice.Proven>> look(ShelfId shelf, Instant at, Duration patience) {
        return store.asked(0, () -> looked(shelf, at))
                .chain(look -> look.isMine || look.slice.isPresent() || patience.compareTo(LOOK_EVERY) < 0
                        ? Uni.createFrom().item(look.slice)
                        : time.later(micros(LOOK_EVERY), () -> patience.minus(LOOK_EVERY))
                                .chain(left -> look(shelf, at, left)));
    }

    private Look looked(ShelfId shelf, Instant at) {
        Optional<Slice.Proven> slice = store.find(shelf, at);
        return new Look(slice, slice.isEmpty() && store.leases(shelf, at, this, micros(LEASE)));
    }

    @Override
    public void put(ShelfId shelf, Slice.Proven proven, Duration life) {
        store.asked(Cloud.storedBytes(proven), () -> {
                    store.put(shelf, proven);
                    return true;
                })
                .subscribe()
                .with(done -> {});
    }

    long asked() {
        return asked;
    }

    long found() {
        return found;
    }

    private static long micros(Duration length) {
        return length.toNanos() / 1_000;
    }

    private record Look(Optional<Slice.Proven> slice, boolean isMine) {}
}
