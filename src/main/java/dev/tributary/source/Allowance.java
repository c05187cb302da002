package dev.tributary.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What one request may spend on all its sources together: upstream calls and time. */
public final class Allowance {
    private final Clock clock;
    private final Instant deadline;
    private final int calls;
    private final AtomicInteger callsLeft;

    public Allowance(Clock clock, Duration time, int calls) {
        this.clock = clock;
        this.deadline = clock.instant().plus(time);
        this.calls = calls;
        this.callsLeft = new AtomicInteger(calls);
    }

    /** Takes one upstream call from the budget; false if there is none left or the time is over. */
    public boolean takeCall() {
        return !timeLeft().isZero() && callsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** What was allowed at first. */
    public int calls() {
        return calls;
    }

    /** Zero when the deadline has passed, never negative. */
    public Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
