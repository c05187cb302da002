package dev.tributary.source;

/** The request's {@link Allowance} was used up before the source got further. Not a failure: the walk goes on. */
public record OutOfBudget() implements Outcome {}
