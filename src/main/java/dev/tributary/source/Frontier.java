package dev.tributary.source;

import dev.tributary.event.EventOrder;
import java.time.Instant;

/**
 * How far a source has handed over its events: for {@code desc} every event strictly newer than {@code time}, for
 * {@code asc} every strictly older one. Events at {@code time} itself may still be missing.
 */
public record Frontier(EventOrder order, Instant time) implements Comparable<Frontier> {

    /** Nothing handed over: the edge where reading begins. */
    public static Frontier start(EventOrder order, Window window) {
        return new Frontier(order, order == EventOrder.DESC ? window.to() : window.from());
    }

    /** Everything in this part of a window handed over, and nothing behind it. */
    public static Frontier beyond(EventOrder order, Window part) {
        return new Frontier(order, order == EventOrder.DESC ? part.from().minusMillis(1) : part.to());
    }

    /** Everything handed over: just beyond the edge where reading ends. */
    public static Frontier end(EventOrder order) {
        return new Frontier(order, order == EventOrder.DESC ? Instant.MIN : Instant.MAX);
    }

    /** Whether every event at this time has been handed over. */
    public boolean hasPassed(Instant instant) {
        return order.compareTimes(instant, time) < 0;
    }

    public boolean isEnd() {
        return equals(end(order));
    }

    /** The frontier that has come less far is the smaller one. */
    @Override
    public int compareTo(Frontier other) {
        return order.compareTimes(time, other.time);
    }
}
