package dev.tributary.upstream.call;

import dev.tributary.source.Allowance;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one read may spend, and whom it tells. */
public final class Spending {
    private final Allowance allowance;
    private final @Nullable String traceparent;
    private final Runnable sent;
    private volatile boolean isAbandoned;

    /**
     * @param traceparent see {@link #traceparent()}
     * @param sent told of every request that is sent, retries included
     */
    public Spending(Allowance allowance, @Nullable String traceparent, Runnable sent) {
        this.allowance = allowance;
        this.traceparent = traceparent;
        this.sent = sent;
    }

    /** Nobody waits for the read any more: no further call is made for it. */
    void abandon() {
        isAbandoned = true;
    }

    /** Of the query that began the read, see {@link Allowance#traceparent}. */
    @Nullable
    String traceparent() {
        return traceparent;
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
