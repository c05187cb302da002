package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;

/** A failure that another attempt may not meet, with time left for one. */
final class PassingException extends UpstreamException {
    private static final long serialVersionUID = 1L;

    PassingException(SourceFailure failure) {
        super(failure);
    }
}
