package dev.tributary.upstream.call;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceStatus;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** All calls of one source, and the layers that each of them passes. */
public final class Calls {
    private static final Logger LOG = Logger.getLogger(Calls.class);
    /** What speaks against the upstream itself; refusals and limits, its own or ours, do not. */
    private static final Set<FailureType> COUNTED = EnumSet.of(
            FailureType.TIMEOUT, FailureType.UNREACHABLE, FailureType.UPSTREAM_ERROR, FailureType.BAD_ANSWER);

    private final String source;
    private final CallSettings settings;
    private final Authenticator authenticator;
    private final CredentialFilter credentials;
    private final Pace pace;
    private final Slots slots;
    private final Slots trial = new Slots(1);
    private final CallStatus status;
    private final Failures failures;
    private final Clock clock;
    private final Guard retryAndBreaker;

    Calls(Connection connection, CredentialFilter credentials, CallStatus status) {
        this.source = connection.source();
        this.settings = connection.settings();
        this.authenticator = connection.authenticator();
        this.credentials = credentials;
        this.pace = connection.pace();
        this.slots = new Slots(settings.concurrency());
        this.status = status;
        this.clock = connection.clock();
        this.failures = new Failures(clock);
        this.retryAndBreaker = retryAndBreaker();
    }

    /**
     * One call, through all layers, outermost first. Reading the answer is part of it: what cannot be read counts
     * against the upstream.
     *
     * @return fails with an {@link UpstreamException}, or with a {@link BudgetSpentException}
     */
    public <T> Uni<T> through(Spending spending, Supplier<Uni<T>> exchange) {
        return oneAtATimeUnlessClosed(() -> guarded(() ->
                        paced(spending, () -> slots.in(() -> authenticated(spending, () -> timed(exchange))))))
                .onCancellation()
                .invoke(spending::abandon);
    }

    public SourceStatus status(Duration settle, Duration overlap) {
        return status.report(settle, overlap);
    }

    /** A circuit that is being tried lets one call through and refuses those beside it; so they wait for its outcome. */
    private <T> Uni<T> oneAtATimeUnlessClosed(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> status.isClosed() ? call.get() : trial.in(call));
    }

    private <T> Uni<T> guarded(Supplier<Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(() -> retryAndBreaker.get(attempt, new TypeLiteral<Uni<T>>() {}))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new UpstreamException(notAsked()));
    }

    private SourceFailure notAsked() {
        String message = "not asked, because too many of its recent calls failed";
        return new SourceFailure(FailureType.CIRCUIT_OPEN, message, null, null, settings.breakerDelay());
    }

    /** SmallRye nests these two as we need them: retry outside, breaker inside. */
    private Guard retryAndBreaker() {
        return Guard.create()
                .withCircuitBreaker()
                .when(Calls::countsAgainstTheUpstream)
                .requestVolumeThreshold(settings.breakerWindow())
                .failureRatio(settings.breakerRatio())
                .delay(settings.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::circuitIs)
                .done()
                .withRetry()
                .maxRetries(settings.maxRetries())
                .retryOn(PassingException.class)
                .withCustomBackoff()
                .strategy(Backoff::new)
                .done()
                .done()
                .build();
    }

    private static boolean countsAgainstTheUpstream(Throwable thrown) {
        return thrown instanceof UpstreamException upstream
                && COUNTED.contains(upstream.failure().type());
    }

    private void circuitIs(CircuitBreakerState state) {
        status.circuitIs(state);
        LOG.infof("%s: circuit %s", source, state);
    }

    /** Waits no longer than its request does: a cancellation does not get past the guard. */
    private <T> Uni<T> paced(Spending spending, Supplier<Uni<T>> attempt) {
        return pace.turn(source)
                .ifNoItem()
                .after(spending.timeLeft().plusMillis(1)) // Mutiny refuses a wait of zero
                .failWith(BudgetSpentException::new)
                .chain(() -> attempt.get());
    }

    /** A refused credential is renewed once and the call replayed once: five refusals in a row would lock the key. */
    private <T> Uni<T> authenticated(Spending spending, Supplier<Uni<T>> exchange) {
        return authenticator
                .credential()
                .onFailure(UpstreamException.class)
                .invoke(thrown -> status.failed(((UpstreamException) thrown).failure()))
                .chain(used -> sent(used, spending, exchange)
                        .onFailure(thrown -> isRefused(thrown) && authenticator.canRenew())
                        .recoverWithUni(() -> authenticator
                                .renewed(used)
                                .invoke(fresh -> credentials.replace(used, fresh))
                                .chain(fresh -> sent(fresh, spending, exchange))));
    }

    private static boolean isRefused(Throwable thrown) {
        return thrown instanceof UpstreamException upstream
                && upstream.failure().type() == FailureType.AUTH;
    }

    private <T> Uni<T> sent(Credential credential, Spending spending, Supplier<Uni<T>> exchange) {
        return Uni.createFrom().deferred(() -> {
            spending.takeCall();
            credentials.announce(credential);
            Instant begun = clock.instant();
            return exchange.get()
                    .invoke(() -> status.succeeded(Duration.between(begun, clock.instant())))
                    .onFailure()
                    .transform(thrown -> failed(thrown, spending));
        });
    }

    private UpstreamException failed(Throwable thrown, Spending spending) {
        SourceFailure failure = failures.of(thrown);
        status.failed(failure);
        if (failure.type() == FailureType.THROTTLED) {
            pace.pause(Backoff.asked(failure));
        }
        return isWorthRepeating(failure, spending) ? new PassingException(failure) : new UpstreamException(failure);
    }

    private boolean isWorthRepeating(SourceFailure failure, Spending spending) {
        Duration needed = Backoff.longestAfter(failure).plus(settings.timeout());
        return Failures.mayPass(failure) && spending.timeLeft().compareTo(needed) > 0;
    }

    /** Innermost, because only Mutiny's own timeout cancels the exchange. */
    private <T> Uni<T> timed(Supplier<Uni<T>> exchange) {
        return exchange.get().ifNoItem().after(settings.timeout()).fail();
    }
}
