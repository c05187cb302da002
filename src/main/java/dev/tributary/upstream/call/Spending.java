package dev.tributary.upstream.call;

import dev.tributary.source.Allowance;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What one reading spends of its request's allowance. */
public final class Spending {
    private final Allowance allowance;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean isAbandoned;

    public Spending(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Requests sent, retries included. */
    public int calls() {
        return calls.get();
    }

    /** Whether no request, however much of its budget is left, can make so many calls. */
    public boolean isBeyondReach(long wanted) {
        return wanted > allowance.calls();
    }

    /** Nobody waits for the reading any more: no further call is made for it. */
    void abandon() {
        isAbandoned = true;
    }

    /** Zero when there is none. */
    Duration timeLeft() {
        return isAbandoned ? Duration.ZERO : allowance.timeLeft();
    }

    /** @throws BudgetSpentException when no further call is allowed */
    void takeCall() {
        if (isAbandoned || !allowance.takeCall()) {
            throw new BudgetSpentException();
        }
        calls.incrementAndGet();
    }
}
