package dev.tributary.upstream.call;

import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceStatus;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * How a source's recent calls went; also listens to its answers for the upstream's clock, on the thread that brings them:
 * Quarkus would take a mere {@code ClientResponseFilter} to another thread and back.
 */
final class CallStatus implements ResteasyReactiveClientResponseFilter {
    /** Of the smoothed latency, how much the newest call counts: about the last ten calls matter. */
    private static final double NEWEST = 0.2;

    private final Clock clock;
    private CircuitBreakerState circuit = CircuitBreakerState.CLOSED;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastErrorAt;
    private @Nullable SourceFailure lastError;
    private @Nullable Duration latency;
    private @Nullable Duration clockSkew;

    CallStatus(Clock clock) {
        this.clock = clock;
    }

    synchronized void succeeded(Duration took) {
        lastSuccess = clock.instant();
        latency = latency == null ? took : smoothed(latency, took);
    }

    synchronized void failed(SourceFailure failure) {
        lastErrorAt = clock.instant();
        lastError = failure;
    }

    synchronized void circuitIs(CircuitBreakerState state) {
        circuit = state;
    }

    /** Half-open now, unless a call that was let through earlier has closed it by then. */
    synchronized void circuitHasRested() {
        circuit = isOpen() ? CircuitBreakerState.HALF_OPEN : circuit;
    }

    @Override
    public synchronized void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        // Quarkus calls this for a connection that broke, too: then there are no headers.
        String date = response.getHeaders() == null ? null : response.getHeaderString(HttpHeaders.DATE);
        Optional.ofNullable(date).flatMap(HttpDate::parse).ifPresent(this::upstreamClockIs);
    }

    private void upstreamClockIs(Instant time) {
        clockSkew = Duration.ofSeconds(Duration.between(clock.instant(), time).toSeconds());
    }

    synchronized boolean isClosed() {
        return circuit == CircuitBreakerState.CLOSED;
    }

    synchronized boolean isOpen() {
        return circuit == CircuitBreakerState.OPEN;
    }

    /**
     * @param credentialRestsUntil null when it does not rest
     * @param isShared see {@link Bucket#isShared}
     */
    synchronized SourceStatus report(
            Duration settle, Duration overlap, @Nullable Instant credentialRestsUntil, @Nullable Boolean isShared) {
        String state = circuit.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new SourceStatus(
                state,
                credentialRestsUntil,
                lastSuccess,
                lastErrorAt,
                lastError,
                latency,
                clockSkew,
                settle,
                overlap,
                isShared);
    }

    private static Duration smoothed(Duration before, Duration newest) {
        return Duration.ofNanos((long) (before.toNanos() * (1 - NEWEST) + newest.toNanos() * NEWEST));
    }
}
