package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.Figures;
import dev.tributary.source.Freshness;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.SourceMeter;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.call.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one reading has spent of its request's budget, and what it has used instead of spending. */
public final class Tally {
    private final Allowance request;
    private final Freshness freshness;
    private final ReadSettings settings;
    private final Counts counts;
    private final @Nullable Hold hold;

    public Tally(ReadRequest request, ReadSettings settings) {
        this(request.allowance(), request.freshness(), settings, new Counts(), null);
    }

    private Tally(Allowance request, Freshness freshness, ReadSettings settings, Counts counts, @Nullable Hold hold) {
        this.request = request;
        this.freshness = freshness;
        this.settings = settings;
        this.counts = counts;
        this.hold = hold;
    }

    /** For what is read on behalf of nobody. */
    static Tally ofNoQuery(ReadSettings settings) {
        Allowance allowance = new Allowance(settings.clock(), settings.readTimeout(), settings.maxCalls());
        return new Tally(allowance, Freshness.CACHED, settings, new Counts(), null);
    }

    /** The same, for a part of the reading: what is read with it counts as held there. */
    public Tally with(Hold part) {
        return new Tally(request, freshness, settings, counts, part);
    }

    public Freshness freshness() {
        return freshness;
    }

    /**
     * Pays for one call, and whatever its read sends beyond. The read itself has a time of its own, for it may be joined
     * by others; who follows the one that began it sees it.
     *
     * @throws BudgetSpentException if the request can pay for no more
     */
    Spending begin() {
        if (!request.takeCall(counts)) {
            throw new BudgetSpentException();
        }
        counts.paid();
        Allowance own = new Allowance(settings.clock(), settings.readTimeout(), Integer.MAX_VALUE);
        return new Spending(own, request.traceparent(), this::sent);
    }

    private void sent() {
        if (counts.sent() && request.takeCall(counts)) {
            counts.paid();
        }
    }

    void joined() {
        counts.shared();
    }

    void arrived(Look look) {
        if (hold != null) {
            hold.arrived(look);
        }
    }

    /** What was read on behalf of this reading proves nothing, and is read again. */
    public void readsAgain() {
        meter().readsAgain();
    }

    /** Counts what a reading uses of what it has read: a proven part of the window. */
    public void uses(Slice.Proven proven) {
        count(proven);
        if (proven.unreadable() > 0) {
            meter().unreadable(proven.unreadable());
        }
        newest(proven).ifPresent(meter()::saw);
    }

    /** A time in the future is a mistake of the upstream's, and hides how old its events are. */
    private Optional<Instant> newest(Slice.Proven proven) {
        Instant now = settings.clock().instant();
        return proven.events().stream()
                .map(Event::time)
                .filter(time -> !time.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    private SourceMeter meter() {
        return settings.meter();
    }

    private void count(Slice.Proven proven) {
        boolean isSettled = settings.isSettled(proven);
        counts.used(proven.unreadable(), isSettled ? settings.clock().instant() : proven.begun());
    }

    /** Counts a slice that cost no call. */
    public void usesCached(Slice.Proven proven) {
        counts.cached();
        count(proven);
        meter().foundInCache();
    }

    /** Counts a slice that another replica has read. */
    Slice.Proven found(Slice.Proven proven) {
        counts.cached();
        meter().foundInCache();
        return proven;
    }

    /** How long this reading waits for what another replica is reading: then there is time left to read it itself. */
    public Duration patience() {
        return timeLeft().dividedBy(2);
    }

    /** Requests sent so far, retries included. */
    public int calls() {
        return counts.calls();
    }

    public Duration timeLeft() {
        return request.timeLeft();
    }

    public Figures figures() {
        return counts.figures();
    }
}
