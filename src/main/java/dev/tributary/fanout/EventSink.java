package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what an export hands over, at its own pace: nothing more is read upstream before it has taken what came. */
public interface EventSink {

    /**
     * @param events in order, behind all before; maybe none
     * @return completes when more can be taken; fails when nobody is left to take it
     */
    Uni<Void> events(List<Event> events);

    /**
     * A step has ended.
     *
     * @param reached how far everything matching has been handed over
     * @param next where an export that is cut here goes on; null if it can only begin anew
     */
    Uni<Void> progress(Instant reached, @Nullable Walk next);
}
