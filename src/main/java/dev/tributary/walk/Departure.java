package dev.tributary.walk;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.Window;
import java.time.Instant;

/**
 * A source that failed and left the walk: from its place to the end of the window it is a gap.
 *
 * @param place as {@link Position#seenBy the source sees it}
 */
public record Departure(String source, Position place, FailureType reason) {

    /** The part of the walk's window that the source did not deliver. */
    public Window gap(EventOrder order, Window window) {
        return order == EventOrder.DESC
                ? new Window(window.from(), earlier(place.time().plusMillis(1), window))
                : new Window(place.time(), window.to());
    }

    private static Instant earlier(Instant time, Window window) {
        return time.isBefore(window.to()) ? time : window.to();
    }
}
