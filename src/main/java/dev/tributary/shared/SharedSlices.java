package dev.tributary.shared;

import dev.tributary.upstream.slice.SettledSlices;
import dev.tributary.upstream.slice.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Settled slices in the store. Who looks for one and finds none holds a lease for a moment: others who look for the same
 * wait for what he brings, no longer than the lease.
 */
final class SharedSlices implements SettledSlices {
    /** A read takes less as a rule; if its reader dies, that is what the others lose. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Whole numbers that the store, which counts in doubles, keeps apart. */
    private static final long FARTHEST = 1L << 53;

    private final Store store;
    private final Vertx vertx;
    private final SliceCodec codec;
    private final String replica;
    private final SharedMeter meter;

    /** @param replica a name that no other replica has */
    SharedSlices(Store store, Vertx vertx, SliceCodec codec, String replica, SharedMeter meter) {
        this.store = store;
        this.vertx = vertx;
        this.codec = codec;
        this.replica = replica;
        this.meter = meter;
    }

    @Override
    public Uni<Optional<Slice.Proven>> find(ShelfId shelf, Instant time, Duration patience) {
        Duration most = patience.compareTo(LEASE) < 0 ? patience : LEASE;
        return look(Keys.shelf(shelf), millis(time), most)
                .onFailure()
                .recoverWithItem(Optional.empty()) // of whatever kind: the upstream has it
                .invoke(found -> meter.slice(found.isPresent() ? SharedMeter.Slices.FOUND : SharedMeter.Slices.MISSED));
    }

    private Uni<Optional<Slice.Proven>> look(String shelf, long time, Duration patience) {
        return store.ask(Script.FIND.on(
                        List.of(shelf, shelf + ":lease:" + time), time, replica, LEASE.toMillis(), codec.maxBytes()))
                .chain(answer -> answer.type() == ResponseType.MULTI
                        ? found(shelf, answer)
                        : awaited(shelf, time, answer.toLong(), patience));
    }

    private Uni<Optional<Slice.Proven>> awaited(String shelf, long time, long leased, Duration patience) {
        if (leased == 0 || patience.compareTo(LOOK_EVERY) < 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK_EVERY)
                .chain(() -> look(shelf, time, patience.minus(LOOK_EVERY)));
    }

    /** A large one takes a while: not in the thread that serves all others. */
    private Uni<Optional<Slice.Proven>> found(String shelf, Response answer) {
        byte[] bytes = answer.get(1).toBytes();
        return aside(() -> codec.decode(bytes))
                .invoke(slice -> slice.ifPresentOrElse(any -> {}, () -> drop(shelf, answer.get(0))));
    }

    private void drop(String shelf, Response name) {
        meter.slice(SharedMeter.Slices.DAMAGED);
        tell(store.ask(Script.DROP.on(List.of(shelf), (Object) name.toBytes())));
    }

    @Override
    public void put(ShelfId shelf, Slice.Proven proven, Duration life) {
        if (store.isWell()) {
            tell(aside(() -> codec.encode(proven)).chain(bytes -> stored(shelf, proven, bytes, life)));
        }
    }

    private Uni<?> stored(ShelfId shelf, Slice.Proven proven, Optional<byte[]> bytes, Duration life) {
        if (bytes.isEmpty()) {
            meter.slice(SharedMeter.Slices.TOO_LARGE);
            return Uni.createFrom().nullItem();
        }
        long from = millis(proven.window().from());
        String name = from + ":" + millis(proven.window().to());
        return store.ask(Script.PUT.on(
                        List.of(Keys.shelf(shelf)), name, from, bytes.get(), Math.max(1, life.toMillis())))
                .invoke(() -> meter.slice(SharedMeter.Slices.STORED));
    }

    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    private static void tell(Uni<?> told) {
        told.subscribe().with(done -> {}, failed -> {}); // costs the others a call
    }

    private static long millis(Instant time) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, saturated(time)));
    }

    private static long saturated(Instant time) {
        return Math.abs(time.getEpochSecond()) < FARTHEST / 1_000
                ? time.toEpochMilli()
                : Long.signum(time.getEpochSecond()) * FARTHEST;
    }
}
