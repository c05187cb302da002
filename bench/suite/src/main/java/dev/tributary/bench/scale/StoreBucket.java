package dev.tributary.bench.scale;

import dev.tributary.upstream.call.Bucket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The pace's script in Java. */
final class StoreBucket implements Bucket {
    private static final int BYTES = 50;

    private final VirtualTime time;
    private final StoreModel store;
    private final long interval;
    private final int burst;
    private long due = Long.MIN_VALUE;

    StoreBucket(VirtualTime time, StoreModel store, double perSecond, int burst) {
        this.time = time;
        this.store = store;
        this.interval = Math.round(1e6 / perSecond);
        this.burst = burst;
    }

    @Override
    public Uni<Grant> take(int wanted) {
        return store.asked(BYTES, () -> taken(wanted));
    }

    private Grant taken(int wanted) {
        long now = time.micros();
        due = Math.max(due, now - (burst - 1) * interval);
        if (due <= now) {
            int turns = (int) Math.min(wanted, (now - due) / interval + 1);
            due += turns * interval;
            return new Grant(turns, Duration.ZERO);
        }
        long wait = due - now;
        due += interval;
        return new Grant(1, Duration.of(wait, ChronoUnit.MICROS));
    }

    @Override
    public void pause(Duration length) {
        throw new UnsupportedOperationException("this cloud throttles nobody");
    }
}
