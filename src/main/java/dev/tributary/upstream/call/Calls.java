package dev.tributary.upstream.call;

import dev.tributary.source.CallTrace;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceMeter;
import dev.tributary.source.SourceStatus;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All calls of one source, and the layers that each of them passes. */
public final class Calls {
    private final String source;
    private final CallSettings settings;
    private final Authenticator authenticator;
    private final NewestCredential credentials;
    private final Pace pace;
    private final Slots slots;
    private final CallStatus status;
    private final SourceMeter meter;
    private final Failures failures;
    private final Clock clock;
    private final TimeLimit limit;
    private final RetryBudget repetitions = new RetryBudget();
    private final Guard retry;
    private final Circuit circuit;

    Calls(Connection connection, NewestCredential credentials, CallStatus status) {
        this.source = connection.source();
        this.settings = connection.settings();
        this.authenticator = connection.authenticator();
        this.credentials = credentials;
        this.pace = connection.pace();
        this.slots = new Slots(settings.concurrency());
        this.status = status;
        this.meter = connection.meter();
        this.clock = connection.clock();
        this.limit = new TimeLimit(connection.vertx());
        this.failures = new Failures(clock);
        this.retry = retry(connection.jitter());
        this.circuit = new Circuit(source, settings, status, meter);
    }

    /**
     * One call, through all layers, outermost first. Reading the answer is part of it: what cannot be read counts
     * against the upstream.
     *
     * @return fails with an {@link UpstreamException}, or with a {@link BudgetSpentException}
     */
    public <T> Uni<T> through(Spending spending, Exchange<T> exchange) {
        return Uni.createFrom()
                .deferred(() -> attempted(
                        new Attempts(spending, repetitions, settings.maxRetries(), settings.timeout()), exchange))
                .onCancellation()
                .invoke(spending::abandon);
    }

    /** Whoever waits for a slot has no turn of the pace as yet: he would go out with it in the midst of a pause. */
    private <T> Uni<T> attempted(Attempts attempts, Exchange<T> exchange) {
        return repeated(() -> circuit.unlessOpen(() -> slots.in(() -> paced(
                attempts.spending(),
                () -> authenticated(attempts.spending(), () -> circuit.counted(() -> read(attempts, exchange)))))));
    }

    public SourceStatus status(Duration settle, Duration overlap) {
        return status.report(settle, overlap, authenticator.restsUntil().orElse(null), pace.isShared());
    }

    private <T> Uni<T> repeated(Supplier<Uni<T>> attempt) {
        return retry.get(attempt, new TypeLiteral<Uni<T>>() {});
    }

    /** How often is not for the guard to say: see {@link Attempts}. */
    private static Guard retry(RandomGenerator jitter) {
        return Guard.create()
                .withRetry()
                .maxRetries(-1)
                .retryOn(PassingException.class)
                .withCustomBackoff()
                .strategy(() -> new Backoff(jitter))
                .done()
                .done()
                .build();
    }

    /** Waits no longer than its request does: a cancellation does not get past the guard. */
    private <T> Uni<T> paced(Spending spending, Supplier<Uni<T>> attempt) {
        return measured(limit.on(pace.turn(source), spending.timeLeft(), BudgetSpentException::new))
                .chain(() -> attempt.get());
    }

    private Uni<Void> measured(Uni<Void> turn) {
        return Uni.createFrom().deferred(() -> {
            Instant begun = clock.instant();
            return turn.eventually(() -> meter.waited(since(begun)));
        });
    }

    /** A refused credential is renewed once and the call replayed once: five refusals in a row would lock the key. */
    private <T> Uni<T> authenticated(Spending spending, Supplier<Uni<T>> exchange) {
        return authenticator
                .credential()
                .onFailure(UpstreamException.class)
                .invoke(thrown -> noCredential(((UpstreamException) thrown).failure()))
                .chain(used -> sent(used, spending, exchange)
                        .onFailure(thrown -> isRefused(thrown) && authenticator.canRenew(used))
                        .recoverWithUni(() -> authenticator
                                .renewed(used)
                                .invoke(fresh -> credentials.replace(used, fresh))
                                .chain(fresh -> sent(fresh, spending, exchange))));
    }

    private void noCredential(SourceFailure failure) {
        status.failed(failure);
        meter.notSent(failure.type());
    }

    private static boolean isRefused(Throwable thrown) {
        return thrown instanceof UpstreamException upstream
                && upstream.failure().type() == FailureType.AUTH;
    }

    private <T> Uni<T> sent(Credential credential, Spending spending, Supplier<Uni<T>> exchange) {
        return authenticator.watched(credential, () -> {
            spending.takeCall();
            credentials.announce(credential);
            return exchange.get();
        });
    }

    private <T> Uni<T> read(Attempts attempts, Exchange<T> exchange) {
        return Uni.createFrom().deferred(() -> {
            Instant begun = clock.instant();
            CallTrace trace = meter.sends(attempts.spending().traceparent());
            return timed(exchange.send(trace.traceparent()))
                    .invoke(() -> succeeded(since(begun), trace))
                    .onFailure()
                    .transform(thrown -> failed(thrown, since(begun), trace, attempts));
        });
    }

    private void succeeded(Duration took, CallTrace trace) {
        status.succeeded(took);
        meter.answered(took);
        trace.answered();
    }

    private UpstreamException failed(Throwable thrown, Duration took, CallTrace trace, Attempts attempts) {
        SourceFailure failure = failures.of(thrown);
        status.failed(failure);
        meter.failed(failure.type(), took);
        trace.failed(failure);
        if (failure.type() == FailureType.THROTTLED) {
            pace.pause(Backoff.asked(failure));
        }
        return attempts.allowAnotherAfter(failure) ? again(failure) : new UpstreamException(failure);
    }

    private PassingException again(SourceFailure failure) {
        meter.repeats();
        return new PassingException(failure);
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    /** Innermost, because that of a guard would not cancel the exchange. */
    private <T> Uni<T> timed(Uni<T> exchange) {
        return limit.on(exchange, settings.timeout(), TimeoutException::new);
    }
}
