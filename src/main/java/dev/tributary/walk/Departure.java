package dev.tributary.walk;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.Window;

/**
 * A source that failed and left the walk: from its place to the end of the window it is a gap.
 *
 * @param place as {@link Position#seenBy the source sees it}
 */
public record Departure(String source, Position place, FailureType reason) {

    /** The part of the walk's window that the source did not deliver; empty if it had come to the window's end. */
    public Window gap(EventOrder order, Window window) {
        return place.rest(order, window);
    }
}
