package dev.tributary.upstream.auth;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Slots;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may go out at once with a credential: a few before the first was accepted, one after a refusal, any
 * number once it is accepted, and none while it rests. The others wait their turn; while it rests, they fail at once.
 */
final class Trust {
    private static final Logger LOG = Logger.getLogger(Trust.class);
    private static final int ANY = Integer.MAX_VALUE;

    private final String subject;
    private final Clock clock;
    private final Slots slots = new Slots(this::most);
    private int atOnce;
    private Rest rest = Rest.NONE;
    private @Nullable SourceFailure cause;

    /**
     * @param subject who uses the credential, for the log
     * @param atFirst how many go out before one has been accepted
     */
    Trust(String subject, int atFirst, Clock clock) {
        this.subject = subject;
        this.atOnce = atFirst;
        this.clock = clock;
    }

    /** Nobody waits for a rest to end: they pass, and hear that it rests. */
    private synchronized int most() {
        return rest.lasts(clock.instant()) ? ANY : atOnce;
    }

    /** @return fails with an {@link UpstreamException} instead of calling, while it rests */
    <T> Uni<T> in(Supplier<Uni<T>> call) {
        return slots.in(() -> whyNot().<Uni<T>>map(Trust::failing).orElseGet(call));
    }

    static <T> Uni<T> failing(SourceFailure failure) {
        return Uni.createFrom().failure(() -> new UpstreamException(failure));
    }

    void accepted() {
        if (isNews()) {
            slots.handOver();
        }
    }

    private synchronized boolean isNews() {
        boolean isNews = atOnce != ANY || rest.inARow() > 0;
        if (rest.inARow() > 0) {
            LOG.infof("%s: the credential is accepted again", subject);
        }
        atOnce = ANY;
        rest = Rest.NONE;
        return isNews;
    }

    /** From now on one at a time, until one is accepted. */
    synchronized void doubted() {
        atOnce = 1;
    }

    void rests(Rest.Reason reason, SourceFailure failure) {
        begin(reason, failure);
        slots.handOver();
    }

    private synchronized void begin(Rest.Reason reason, SourceFailure failure) {
        Rest longer = rest.after(reason, clock.instant());
        if (!longer.equals(rest)) {
            LOG.warnf("%s: %s; nothing is sent before %s", subject, reason.said(), longer.until());
            rest = longer;
            cause = failure;
        }
        atOnce = 1;
    }

    /** Whether the last that was heard is bad. */
    synchronized boolean isBad() {
        return rest.inARow() > 0;
    }

    synchronized Optional<Instant> restsUntil() {
        return rest.lasts(clock.instant()) ? Optional.of(rest.until()) : Optional.empty();
    }

    /** Why nothing may be sent at the moment. */
    synchronized Optional<SourceFailure> whyNot() {
        return restsUntil()
                .map(until -> new SourceFailure(
                        FailureType.AUTH,
                        "not asked for a while, because " + rest.reason().said(),
                        cause == null ? null : cause.upstreamStatus(),
                        cause == null ? null : cause.upstreamCode(),
                        Duration.between(clock.instant(), until)));
    }
}
