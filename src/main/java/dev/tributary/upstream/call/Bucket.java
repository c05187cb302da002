package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a pace takes its turns from. */
public interface Bucket {

    /**
     * Asked by one at a time, unless the last answer was a wait without a turn.
     *
     * @param wanted turns, 1 or more
     * @return never fails, and does not take long
     */
    Uni<Grant> take(int wanted);

    /** No turn for so long: the upstream said that it is called too often. */
    void pause(Duration length);

    /** Whether other replicas take their turns from it too, just now; null when they never do. */
    default @Nullable Boolean isShared() {
        return null;
    }

    /**
     * So many turns, which are the taker's, once so much time has passed.
     *
     * @param turns 0 or more; with none, whoever still waits asks again
     * @param after zero when there is a turn at once
     */
    record Grant(int turns, Duration after) {}
}
