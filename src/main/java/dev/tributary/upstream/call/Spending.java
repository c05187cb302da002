package dev.tributary.upstream.call;

import dev.tributary.source.Allowance;
import java.time.Duration;

/** What one read may spend, and whom it tells. */
public final class Spending {
    private final Allowance allowance;
    private final Runnable sent;
    private volatile boolean isAbandoned;

    /** @param sent told of every request that is sent, retries included */
    public Spending(Allowance allowance, Runnable sent) {
        this.allowance = allowance;
        this.sent = sent;
    }

    /** Nobody waits for the read any more: no further call is made for it. */
    void abandon() {
        isAbandoned = true;
    }

    /** Zero when there is none. */
    Duration timeLeft() {
        return isAbandoned ? Duration.ZERO : allowance.timeLeft();
    }

    /** @throws BudgetSpentException when no further call is allowed */
    void takeCall() {
        if (isAbandoned || !allowance.takeCall(this)) {
            throw new BudgetSpentException();
        }
        sent.run();
    }
}
