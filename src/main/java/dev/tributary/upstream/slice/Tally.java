package dev.tributary.upstream.slice;

import dev.tributary.source.Allowance;
import dev.tributary.source.Figures;
import dev.tributary.source.Freshness;
import dev.tributary.source.ReadRequest;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.call.Spending;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one reading has spent of its request's budget, and what it has used instead of spending. */
public final class Tally {
    private final Allowance request;
    private final Freshness freshness;
    private final ReadSettings settings;
    private int paid;
    private int sent;
    private int shared;
    private int cached;
    private int unreadable;
    private @Nullable Instant asOf;

    public Tally(ReadRequest request, ReadSettings settings) {
        this(request.allowance(), request.freshness(), settings);
    }

    private Tally(Allowance request, Freshness freshness, ReadSettings settings) {
        this.request = request;
        this.freshness = freshness;
        this.settings = settings;
    }

    /** For what is read on behalf of nobody. */
    static Tally ofNoQuery(ReadSettings settings) {
        Allowance allowance = new Allowance(settings.clock(), settings.readTimeout(), settings.maxCalls());
        return new Tally(allowance, Freshness.CACHED, settings);
    }

    public Freshness freshness() {
        return freshness;
    }

    /**
     * Pays for one call, and whatever its read sends beyond. The read itself has a time of its own, for it may be joined
     * by others.
     *
     * @throws BudgetSpentException if the request can pay for no more
     */
    Spending begin() {
        if (!request.takeCall(this)) {
            throw new BudgetSpentException();
        }
        paid();
        Allowance own = new Allowance(settings.clock(), settings.readTimeout(), Integer.MAX_VALUE);
        return new Spending(own, this::sent);
    }

    private synchronized void paid() {
        paid++;
    }

    private synchronized void sent() {
        sent++;
        if (sent > paid && request.takeCall(this)) {
            paid++;
        }
    }

    synchronized void joined() {
        shared++;
    }

    /** Counts what a reading uses, wherever it comes from: a proven part of the window. */
    public synchronized void uses(Slice.Proven proven) {
        unreadable += proven.unreadable();
        Instant time = settings.isSettled(proven) ? settings.clock().instant() : proven.begun();
        asOf = asOf == null || time.isBefore(asOf) ? time : asOf;
    }

    /** Counts a slice that cost no call. */
    public synchronized void usesCached(Slice.Proven proven) {
        cached++;
        uses(proven);
    }

    /** Requests sent so far, retries included. */
    public synchronized int calls() {
        return sent;
    }

    public Duration timeLeft() {
        return request.timeLeft();
    }

    public synchronized Figures figures() {
        return Figures.of(sent, shared, cached, unreadable, asOf);
    }
}
