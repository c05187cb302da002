package dev.tributary.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a source could not deliver. Holds nothing of an upstream's text but a checked error code.
 *
 * @param message for a person; written here, never by an upstream
 * @param upstreamStatus the HTTP status, if there was an answer
 * @param upstreamCode the upstream's error code, of the form {@code [A-Za-z0-9._-]{1,64}}
 * @param retryAfter how long to wait before asking again, if known
 */
public record SourceFailure(
        FailureType type,
        String message,
        @Nullable Integer upstreamStatus,
        @Nullable String upstreamCode,
        @Nullable Duration retryAfter)
        implements Outcome {

    public static SourceFailure of(FailureType type, String message) {
        return new SourceFailure(type, message, null, null, null);
    }
}
