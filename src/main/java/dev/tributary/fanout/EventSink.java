package dev.tributary.fanout;

import dev.tributary.event.Event;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Takes what an export hands over, at its own pace: nothing more is read upstream before it has taken what came. */
public interface EventSink {

    /**
     * @param events in order, behind all before
     * @return completes when more can be taken; fails when nobody is left to take it
     */
    Uni<Void> events(List<Event> events);

    /**
     * A step has ended, and another one follows.
     *
     * @param step without its events; an export that is cut here goes on at its {@code next}
     */
    Uni<Void> progress(Answer step);

    /** Whether the step is to end as soon as there is anything to tell of it. */
    boolean isInAHurry();
}
