package dev.tributary.upstream.call;

/** The request may make no further call. Not a failure of the source. */
public final class BudgetSpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BudgetSpentException() {
        super("the request's budget is spent", null, false, false);
    }
}
