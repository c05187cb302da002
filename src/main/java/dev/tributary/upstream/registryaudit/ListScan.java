package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.ReadRequest;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One list, read as a whole. Where it runs one way, a single sweep proves itself; where it does not, new rows and purged
 * ones may be anywhere, and only two sweeps that show the very same prove each other.
 */
final class ListScan {
    private static final int MOST_SWEEPS = 3;

    private final AuditList list;
    private final Tally tally;
    private final Kept kept;
    private final Duration tolerance;
    /** The first page and the last one: they show which way the list runs. */
    private final List<ListPage> looked = new ArrayList<>();

    private Optional<Direction> direction = Optional.empty();
    private @Nullable Sweep sweep;
    private Sweep.@Nullable Shown shownBefore;
    private int sweeps;
    private long total;
    private int turn;
    private boolean hasEnded;

    ListScan(AuditList list, ReadRequest request, Tally tally) {
        this.list = list;
        this.tally = tally;
        this.kept = new Kept(request.window(), request.allowance().memory());
        this.tolerance = list.settings().reorderTolerance();
    }

    /**
     * Reads on from where it stands to the list's end. Where that fails for want of budget, or is cancelled, the same page
     * is asked for when it is called again.
     */
    Uni<Void> readOn() {
        return hasEnded()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .deferred(this::page)
                        .repeat()
                        .whilst(page -> !hasEnded())
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private synchronized Uni<ListPage> page() {
        int asked = turn;
        return list.scanned(wanted(), tally).invoke(page -> receive(page, asked));
    }

    private int wanted() {
        if (sweep != null) {
            return sweep.wanted();
        }
        return looked.isEmpty() ? 0 : (int) Math.max(1, Math.min((total - 1) / size(), AuditList.LAST_NUMBER));
    }

    /** A page of a call that was cancelled may come late, when the same one has been asked for again. */
    private synchronized void receive(ListPage page, int asked) {
        if (asked == turn) {
            turn++;
            total = page.total();
            receive(page);
        }
    }

    private void receive(ListPage page) {
        Sweep begun = sweep;
        if (begun != null) {
            begun.receive(page);
            if (begun.isInDoubt()) {
                tally.readsAgain();
            }
            judge(begun);
        } else {
            looked.add(page);
            look();
        }
    }

    private void look() {
        ListPage first = looked.get(0);
        if (first.isWholeList()) {
            begin(Optional.of(Direction.NEWEST_FIRST));
        } else if (looked.size() == 2) {
            begin(Trend.between(first, looked.get(1), tolerance)
                    .filter(runs -> runs == Direction.NEWEST_FIRST || total != Page.CAP));
        }
    }

    private void begin(Optional<Direction> runs) {
        direction = runs;
        Sweep begun = sweep();
        looked.stream()
                .filter(page -> page.number() == begun.wanted())
                .findFirst()
                .ifPresent(begun::receive);
        looked.clear();
        judge(begun);
    }

    /** A list that shows no direction is read from its first row to its last. */
    private Sweep sweep() {
        Direction runs = direction.orElse(Direction.NEWEST_FIRST);
        Sweep begun = new Sweep(runs, runs.newest(total, size()), kept, new Trend(runs, tolerance));
        sweep = begun;
        sweeps++;
        return begun;
    }

    private void judge(Sweep read) {
        hasEnded = read.hasEnded() && (isProven(read) || isConfirmed(read));
        if (read.hasEnded() && !hasEnded) {
            sweepAgain(read);
        }
    }

    private boolean isProven(Sweep read) {
        return direction.isPresent() && read.hasRun();
    }

    private boolean isConfirmed(Sweep read) {
        return read.shown().equals(shownBefore);
    }

    private void sweepAgain(Sweep read) {
        if (sweeps == MOST_SWEEPS) {
            throw StretchReader.restless();
        }
        tally.readsAgain();
        shownBefore = read.shown();
        kept.beginAnew();
        sweep();
    }

    private int size() {
        return list.settings().pageSize();
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    /** Everything in the window, once it has ended. */
    synchronized List<Event> rows() {
        return kept.rows();
    }

    /** What arrives later is not kept. */
    void close() {
        kept.close();
    }

    synchronized int unreadable() {
        return sweep == null ? 0 : sweep.unreadable();
    }

    /** When the first page that it rests on was asked for. */
    synchronized Instant begun() {
        return sweep == null ? Instant.MAX : sweep.begun();
    }
}
