package dev.tributary.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param circuit {@code closed}, {@code open} or {@code half-open}
 * @param credentialRestsUntil until when nothing is sent, because credentials were refused; null when calls may go out
 * @param latency how long recent successful calls took, smoothed
 * @param clockSkew the upstream's clock minus ours, from its {@code Date} header, whole seconds
 * @param settle age after which no change of an event is expected
 * @param isShared whether its pace and its settled slices are those of all replicas, just now; null when they never are
 */
public record SourceStatus(
        String circuit,
        @Nullable Instant credentialRestsUntil,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastErrorAt,
        @Nullable SourceFailure lastError,
        @Nullable Duration latency,
        @Nullable Duration clockSkew,
        Duration settle,
        Duration overlap,
        @Nullable Boolean isShared) {}
