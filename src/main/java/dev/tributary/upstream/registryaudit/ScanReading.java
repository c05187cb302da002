package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Figures;
import dev.tributary.source.Figures.ListOrder;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.slice.Outcomes;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The three lists side by side, each as a whole: what stands in the window is handed over when all has been read. */
final class ScanReading implements Reading {
    private final EventOrder order;
    private final Window window;
    private final Tally tally;
    private final List<ListScan> lists;
    private ListOrder listOrder = ListOrder.ASSUMED;

    ScanReading(List<AuditList> lists, ReadRequest request, ReadSettings settings) {
        this.order = request.order();
        this.window = request.window();
        this.tally = new Tally(fresh(request), settings);
        this.lists =
                lists.stream().map(list -> new ListScan(list, request, tally)).toList();
    }

    /** A page that others had asked for earlier may be older than the one before it: between such, rows slip through. */
    private static ReadRequest fresh(ReadRequest request) {
        return new ReadRequest(
                request.window(),
                request.order(),
                request.wanted(),
                Freshness.FRESH,
                request.scan(),
                request.hints(),
                request.allowance());
    }

    @Override
    public Uni<Outcome> next() {
        List<Uni<Void>> pulls = lists.stream().map(ScanReading::readOn).toList();
        return Outcomes.of(Uni.join().all(pulls).andFailFast().map(all -> outcome()));
    }

    /** One that may ask no more leaves the others what they have asked for already. */
    private static Uni<Void> readOn(ListScan list) {
        return list.readOn().onFailure(BudgetSpentException.class).recoverWithNull();
    }

    private Outcome outcome() {
        return lists.stream().allMatch(ListScan::hasEnded) ? batch() : new OutOfBudget();
    }

    private synchronized Batch batch() {
        listOrder = ListOrder.CHECKED;
        tally.uses(read());
        List<Event> rows = lists.stream()
                .flatMap(list -> list.rows().stream())
                .sorted(order)
                .toList();
        return Batch.of(rows, Frontier.end(order));
    }

    private Slice.Proven read() {
        int unreadable = lists.stream().mapToInt(ListScan::unreadable).sum();
        Instant begun =
                lists.stream().map(ListScan::begun).min(Instant::compareTo).orElse(Instant.MAX);
        return new Slice.Proven(window, List.of(), 0, unreadable, begun, 0);
    }

    @Override
    public synchronized Figures figures() {
        return tally.figures().withOrder(listOrder, null);
    }

    @Override
    public boolean keepsItsPlace() {
        return true;
    }

    /** Not sooner: a pull that is given up just as it ends hands everything over once more. */
    @Override
    public void close() {
        lists.forEach(ListScan::close);
    }
}
