package dev.tributary.upstream.call;

import dev.tributary.source.Allowance;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What one reading spends of its request's allowance. */
public final class Spending {
    private final Allowance allowance;
    private final AtomicInteger calls = new AtomicInteger();

    public Spending(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Requests sent, retries included. */
    public int calls() {
        return calls.get();
    }

    /** Whether no request, however much of its budget is left, can make so many calls. */
    public boolean isBeyondReach(int wanted) {
        return wanted > allowance.calls();
    }

    Duration timeLeft() {
        return allowance.timeLeft();
    }

    /** @throws BudgetSpentException when no further call is allowed */
    void takeCall() {
        if (!allowance.takeCall()) {
            throw new BudgetSpentException();
        }
        calls.incrementAndGet();
    }
}
