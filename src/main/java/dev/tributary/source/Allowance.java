package dev.tributary.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one request may spend on all its sources together: upstream calls, time and memory.
 *
 * <p>A quarter of the calls is kept for the first reading that finds the others spent: where many need more than there is,
 * one of them still gets through, is remembered, and costs the next request nothing.
 */
public final class Allowance {
    private static final int KEPT_PART = 4;

    private final Clock clock;
    private final Duration time;
    private final int calls;
    private final Reservation memory;
    private final @Nullable String traceparent;
    private Instant deadline;
    private int common;
    private int reserved;
    private @Nullable Object favourite;

    /** With as much memory as there is. */
    public Allowance(Clock clock, Duration time, int calls) {
        this(clock, time, calls, Reservation.unlimited());
    }

    /** @param memory that the request holds as long as it runs */
    public Allowance(Clock clock, Duration time, int calls, Reservation memory) {
        this(clock, time, calls, memory, null);
    }

    /** @param traceparent see {@link #traceparent()} */
    public Allowance(Clock clock, Duration time, int calls, Reservation memory, @Nullable String traceparent) {
        this.memory = memory;
        this.traceparent = traceparent;
        this.clock = clock;
        this.time = time;
        this.calls = calls;
        this.deadline = clock.instant().plus(time);
        this.common = calls - calls / KEPT_PART;
        this.reserved = calls / KEPT_PART;
    }

    public Reservation memory() {
        return memory;
    }

    /** What calls are to name as the cause of them, in the form of W3C Trace Context; null if nobody follows the request. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** As many calls and as much time again as at first, from now on. */
    public synchronized void renew() {
        deadline = clock.instant().plus(time);
        common = calls - calls / KEPT_PART;
        reserved = calls / KEPT_PART;
        favourite = null;
    }

    /** So much more time, which was not spent on upstreams. */
    public synchronized void prolong(Duration by) {
        deadline = deadline.plus(by);
    }

    /**
     * Takes one upstream call from the budget; false if there is none left for this reading, or the time is over.
     *
     * @param reading who asks, told apart by identity
     */
    public boolean takeCall(Object reading) {
        return !timeLeft().isZero() && take(reading);
    }

    private synchronized boolean take(Object reading) {
        if (common > 0) {
            common--;
            return true;
        }
        favourite = favourite == null ? reading : favourite;
        boolean isLeft = favourite == reading && reserved > 0;
        reserved -= isLeft ? 1 : 0;
        return isLeft;
    }

    /** Zero when the deadline has passed, never negative. */
    public synchronized Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
