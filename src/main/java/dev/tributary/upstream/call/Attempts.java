package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;
import java.time.Duration;

/** The attempts of one call: who pays for them, and whether another one is worth it. Not for several at a time. */
final class Attempts {
    private final Spending spending;
    private final RetryBudget budget;
    private final Duration timeout;
    private int repetitionsLeft;

    /** @param timeout of one attempt */
    Attempts(Spending spending, RetryBudget budget, int maxRetries, Duration timeout) {
        this.spending = spending;
        this.budget = budget;
        this.timeout = timeout;
        this.repetitionsLeft = maxRetries;
        budget.earn();
    }

    Spending spending() {
        return spending;
    }

    /** Whether it may pass, there is time to wait and to try once more, and the source's repetitions are not used up. */
    boolean allowAnotherAfter(SourceFailure failure) {
        Duration needed = Backoff.longestAfter(failure).plus(timeout);
        return Failures.mayPass(failure)
                && repetitionsLeft > 0
                && spending.timeLeft().compareTo(needed) > 0
                && spend();
    }

    private boolean spend() {
        repetitionsLeft--;
        return budget.spend();
    }
}
