package dev.tributary.walk;

import dev.tributary.event.EventKey;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Frontier;
import dev.tributary.source.Window;
import java.time.Instant;

/** A place in the order of events: everything before it has been handed over, nothing behind it has. */
public sealed interface Position {

    /** Where a walk begins. */
    static Position start(EventOrder order, Window window) {
        return new At(Frontier.start(order, window).time());
    }

    /** The time at which events may still be missing. */
    Instant time();

    /** Whether the event with this key is still to be handed over. */
    boolean isBefore(EventKey key, EventOrder order);

    /** The part of a window that a walk standing here has still to read, with the millisecond in which it stands. */
    default Window rest(EventOrder order, Window window) {
        return order == EventOrder.DESC
                ? new Window(window.from(), within(window, time().plusMillis(1)))
                : new Window(within(window, time()), window.to());
    }

    /** The part of a window that a walk standing here has passed, in whole milliseconds. */
    default Window passed(EventOrder order, Window window) {
        Window rest = rest(order, window);
        return order == EventOrder.DESC ? new Window(rest.to(), window.to()) : new Window(window.from(), rest.from());
    }

    // A place stands at most a millisecond outside its walk's window; one from a forged cursor may stand anywhere.
    private static Instant within(Window window, Instant time) {
        if (time.isBefore(window.from())) {
            return window.from();
        }
        return time.isAfter(window.to()) ? window.to() : time;
    }

    /** This place as one source sees it, in the shortest form that means the same for its events. */
    Position seenBy(String source, EventOrder order);

    /** Between two times: no event at {@code time} has been handed over. */
    record At(Instant time) implements Position {
        @Override
        public boolean isBefore(EventKey key, EventOrder order) {
            return order.compareTimes(time, key.time()) <= 0;
        }

        @Override
        public Position seenBy(String source, EventOrder order) {
            return this;
        }
    }

    /** Right after the event with this key. */
    record After(EventKey key) implements Position {
        @Override
        public Instant time() {
            return key.time();
        }

        @Override
        public boolean isBefore(EventKey other, EventOrder order) {
            return order.keys().compare(key, other) < 0;
        }

        @Override
        public Position seenBy(String source, EventOrder order) {
            int turn = order == EventOrder.ASC
                    ? source.compareTo(key.source())
                    : key.source().compareTo(source);
            if (turn == 0) {
                return this;
            }
            return new At(turn > 0 ? time() : order == EventOrder.ASC ? time().plusMillis(1) : time().minusMillis(1));
        }
    }
}
