package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one account may call one host for one kind. Shared by all sources of the group: calls wait for a turn from
 * its bucket, and the sources get their turns one after the other, however many calls each has waiting.
 */
public final class Pace {
    /** A 429 never silences a group for longer, whatever its {@code Retry-After} says. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Bucket bucket;
    private final Turns<UniEmitter<? super Void>> waiting = new Turns<>();
    private boolean isTaking;
    private boolean wakeUpSet;

    public Pace(Vertx vertx, Bucket bucket) {
        this.vertx = vertx;
        this.bucket = bucket;
    }

    /**
     * Done when it is the caller's turn. A caller who cancels leaves the queue; the next one has his turn.
     *
     * @param source who calls; the sources of the group share the turns evenly
     */
    Uni<Void> turn(String source) {
        return Uni.createFrom().emitter(caller -> {
            queue(source, caller);
            caller.onTermination(() -> withdraw(source, caller));
            serve();
        });
    }

    /** Stops the whole group for a while: the upstream said that it is called too often. */
    void pause(Duration asked) {
        bucket.pause(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
    }

    /** See {@link Bucket#isShared}. */
    @Nullable
    Boolean isShared() {
        return bucket.isShared();
    }

    private synchronized void queue(String source, UniEmitter<? super Void> caller) {
        waiting.add(source, caller);
    }

    private synchronized void withdraw(String source, UniEmitter<? super Void> caller) {
        waiting.remove(source, caller);
    }

    private void serve() {
        int wanted = wanted();
        if (wanted > 0) {
            bucket.take(wanted).subscribe().with(this::granted);
        }
    }

    /** None while somebody is asking already: what he is granted is for all. */
    private synchronized int wanted() {
        int wanted = isTaking ? 0 : waiting.size();
        isTaking = isTaking || wanted > 0;
        return wanted;
    }

    private void granted(Bucket.Grant grant) {
        if (grant.turns() == 0) {
            lookAgainAfter(grant.after());
        } else if (grant.after().isZero()) {
            handOut(grant.turns());
        } else {
            vertx.setTimer(TimeLimit.millis(grant.after()), timer -> handOut(grant.turns()));
        }
    }

    private void handOut(int turns) {
        due(turns).forEach(caller -> caller.complete(null));
        serve();
    }

    private synchronized List<UniEmitter<? super Void>> due(int turns) {
        isTaking = false;
        List<UniEmitter<? super Void>> due = new ArrayList<>();
        while (due.size() < turns && !waiting.isEmpty()) {
            due.add(waiting.next());
        }
        return due;
    }

    private synchronized void lookAgainAfter(Duration wait) {
        isTaking = false;
        if (!wakeUpSet) {
            wakeUpSet = true;
            vertx.setTimer(TimeLimit.millis(wait), timer -> wakeUp());
        }
    }

    private void wakeUp() {
        synchronized (this) {
            wakeUpSet = false;
        }
        serve();
    }
}
