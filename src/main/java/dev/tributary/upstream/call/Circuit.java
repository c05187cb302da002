package dev.tributary.upstream.call;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceMeter;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Spares one source's upstream while too many of its recent calls have failed, and finds out when it is well again. */
final class Circuit {
    private static final Logger LOG = Logger.getLogger(Circuit.class);
    /** What speaks against the upstream itself; refusals and limits, its own or ours, do not. */
    private static final Set<FailureType> COUNTED = EnumSet.of(
            FailureType.TIMEOUT, FailureType.UNREACHABLE, FailureType.UPSTREAM_ERROR, FailureType.BAD_ANSWER);

    private final String source;
    private final CallSettings settings;
    private final CallStatus status;
    private final SourceMeter meter;
    private final Slots trial = new Slots(this::most);
    private final Guard breaker;

    Circuit(String source, CallSettings settings, CallStatus status, SourceMeter meter) {
        this.source = source;
        this.settings = settings;
        this.status = status;
        this.meter = meter;
        this.breaker = breaker();
    }

    /**
     * An open circuit refuses at once, before the call takes a turn that another source could use. One that is being tried
     * lets a single call through, and the others wait for its outcome; once it is closed, for nobody.
     */
    <T> Uni<T> unlessOpen(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(() -> status.isClosed() ? attempt.get() : trial.in(() -> tried(attempt)));
    }

    private int most() {
        return status.isClosed() ? Integer.MAX_VALUE : 1;
    }

    private <T> Uni<T> tried(Supplier<Uni<T>> attempt) {
        return status.isOpen() ? Uni.createFrom().failure(() -> new UpstreamException(notAsked())) : attempt.get();
    }

    /** Only around what is sent: a call that was never made would count as a good one, and close the circuit. */
    <T> Uni<T> counted(Supplier<Uni<T>> exchange) {
        return breaker.get(exchange, new TypeLiteral<Uni<T>>() {})
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new UpstreamException(notAsked()));
    }

    private SourceFailure notAsked() {
        meter.notSent(FailureType.CIRCUIT_OPEN);
        String message = "not asked, because too many of its recent calls failed";
        return new SourceFailure(FailureType.CIRCUIT_OPEN, message, null, null, settings.breakerDelay());
    }

    private Guard breaker() {
        return Guard.create()
                .withCircuitBreaker()
                .when(Circuit::countsAgainstTheUpstream)
                .requestVolumeThreshold(settings.breakerWindow())
                .failureRatio(settings.breakerRatio())
                .delay(settings.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::circuitIs)
                .done()
                .build();
    }

    private static boolean countsAgainstTheUpstream(Throwable thrown) {
        return thrown instanceof UpstreamException upstream
                && COUNTED.contains(upstream.failure().type());
    }

    /** Its guard would also say when it is half-open, but from a timer's thread: at times after the trial has ended. */
    private void circuitIs(CircuitBreakerState state) {
        if (state != CircuitBreakerState.HALF_OPEN) {
            status.circuitIs(state);
            LOG.infof("%s: circuit %s", source, state);
            trial.handOver();
        }
        if (state == CircuitBreakerState.OPEN) {
            rests();
        }
    }

    private void rests() {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(settings.breakerDelay())
                .subscribe()
                .with(over -> rested());
    }

    private void rested() {
        status.circuitHasRested();
        if (!status.isClosed()) {
            LOG.infof("%s: circuit tried with one call at a time", source);
        }
    }
}
