package dev.tributary.source;

/** What one pull from a {@link Reading} brought. */
public sealed interface Outcome permits Batch, SourceFailure, OutOfBudget {}
