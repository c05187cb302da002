package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;

/** A {@link SourceFailure} on its way out of a call; it never leaves the rooms below {@code upstream}. */
public class UpstreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourceFailure failure;

    public UpstreamException(SourceFailure failure) {
        super(failure.message(), null, false, false); // no stack trace: expected, and thrown often when things are bad
        this.failure = failure;
    }

    public SourceFailure failure() {
        return failure;
    }
}
