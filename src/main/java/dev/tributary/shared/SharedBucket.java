package dev.tributary.shared;

import dev.tributary.upstream.call.Bucket;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bucket for all replicas, timed by the store's clock. An empty one promises each that asks the next turn that is
 * nobody's yet, so replicas that wait get turns in the order in which they asked. While the store is in trouble, each
 * replica takes from a part of its own.
 */
final class SharedBucket implements Bucket {
    /** Else a replica would wait for its own next turn while the store has long been well again. */
    private static final Duration LONGEST_LOOK_AWAY = Duration.ofSeconds(1);

    private final Store store;
    private final List<String> key;
    private final long interval;
    private final int burst;
    private final Bucket own;

    /** @param own used while the store is in trouble */
    SharedBucket(Store store, String key, double perSecond, int burst, Bucket own) {
        this.store = store;
        this.key = List.of(key);
        this.interval = Math.round(Duration.ofSeconds(1).dividedBy(ChronoUnit.MICROS.getDuration()) / perSecond);
        this.burst = burst;
        this.own = own;
    }

    @Override
    public Uni<Grant> take(int wanted) {
        return store.ask(Script.TAKE.on(key, interval, burst, wanted, 0))
                .map(SharedBucket::grant)
                .onFailure()
                .recoverWithUni(() -> own.take(wanted).map(SharedBucket::looksAgain));
    }

    private static Grant grant(Response answer) {
        return new Grant(answer.get(0).toInteger(), Duration.of(answer.get(1).toLong(), ChronoUnit.MICROS));
    }

    private static Grant looksAgain(Grant grant) {
        boolean isTooLong = grant.turns() == 0 && grant.after().compareTo(LONGEST_LOOK_AWAY) > 0;
        return isTooLong ? new Grant(0, LONGEST_LOOK_AWAY) : grant;
    }

    /** Of all replicas; a turn that one of them waits for already is taken all the same. */
    @Override
    public void pause(Duration length) {
        own.pause(length);
        store.ask(Script.TAKE.on(key, interval, burst, 0, Math.max(1, length.toNanos() / 1_000)))
                .subscribe()
                .with(paused -> {}, failed -> {}); // then each pauses when the upstream tells it
    }

    @Override
    public @Nullable Boolean isShared() {
        return store.isWell();
    }
}
