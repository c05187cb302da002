package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.FailureType;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.Advance.Found;
import dev.tributary.upstream.slice.Outcomes;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of one list: from what is proven already as far as that goes, then from the upstream. */
final class ListReading {
    private static final SourceFailure DISORDERED =
            SourceFailure.of(FailureType.INCONSISTENT, "rows stand out of order by more than reorder-tolerance");

    private final AuditList list;
    private final ReadRequest request;
    private final EventOrder order;
    private final Tally tally;
    private final Tolerance tolerance;
    private final Landmark.Place hint;
    private volatile @Nullable Advance advance;
    private ProvenCache.Shelf shelf;
    private Instant place;
    private boolean isCheckedWhole;
    /** To be told with what is handed over next. */
    private final List<Gap> gaps = new ArrayList<>();

    ListReading(AuditList list, ReadRequest request, Tally tally) {
        this.list = list;
        this.request = request;
        this.order = request.order();
        this.tally = tally;
        this.tolerance = new Tolerance(
                list.settings().reorderTolerance(), list.settings().maxCalls());
        this.hint = Landmark.Place.of(request.hints(), list.operation());
        this.place = request.window().near(order);
        this.shelf = list.shelf();
    }

    Uni<Outcome> next() {
        return Outcomes.of(Uni.createFrom().deferred(this::step));
    }

    void close() {
        Advance begun = advance;
        if (begun != null) {
            begun.close();
        }
    }

    /** Whether the whole list was read, so that nothing can hide out of order. */
    boolean isCheckedWhole() {
        return isCheckedWhole;
    }

    /** Rows that were read and not handed over yet. */
    int held() {
        return advance == null ? 0 : advance.held();
    }

    Optional<Duration> reducedTolerance() {
        return tolerance.reduced();
    }

    /** Where a reading that goes on at this time should look first. */
    Landmark.Place hint(Instant at) {
        Direction direction = list.memory().direction();
        if (direction == null) {
            return Landmark.Place.none();
        }
        long total = list.memory().total();
        int end = direction.newest(total, list.settings().pageSize());
        Bounds bounds = Bounds.of(list.memory().places(direction), at, direction, Math.max(end, 0) + 1);
        long number = Math.max(0, bounds.place(direction));
        return new Landmark.Place(number * list.settings().pageSize(), total);
    }

    private Uni<Outcome> step() {
        if (isBehind(place)) {
            return Uni.createFrom().item(Batch.of(List.of(), Frontier.end(order)));
        }
        Advance begun = advance;
        if (begun != null) {
            return begun.next(place)
                    .chain(this::brought)
                    .onFailure(failure -> isContradicted() && canBeReadWhole())
                    .recoverWithUni(this::startOver);
        }
        Optional<Slice.Proven> known = known();
        return known.isPresent()
                ? remembered(known.get())
                : elsewhere().chain(found -> found.isPresent() ? remembered(found.get()) : begin());
    }

    private Uni<Outcome> remembered(Slice.Proven proven) {
        tally.usesCached(proven);
        return Uni.createFrom().item(batch(proven, List.of()));
    }

    private Uni<Outcome> begin() {
        return new ListOrder(list, tally, hint).find().chain(shown -> {
            advance = advance(shown);
            return step();
        });
    }

    private Uni<Optional<Slice.Proven>> elsewhere() {
        return request.freshness() == Freshness.FRESH
                ? Uni.createFrom().item(Optional.empty())
                : shelf.elsewhere(nextMilli(), nextMilli(), tally.patience());
    }

    private Optional<Slice.Proven> known() {
        return request.freshness() == Freshness.FRESH ? Optional.empty() : shelf.at(nextMilli());
    }

    private Instant nextMilli() {
        return order == EventOrder.DESC ? place.minusMillis(1) : place;
    }

    private Advance advance(ListOrder.Shown shown) {
        if (shown.direction().isEmpty()) {
            return new WholeList(list, tally);
        }
        ListRun run = new ListRun(list, shown.direction().get(), tolerance, tally, hint, shown.looked());
        return new Ahead(
                order == EventOrder.DESC
                        ? new NewerToOlder(run, far())
                        : new OlderToNewer(run, stretchPages(list.settings())),
                request);
    }

    /** As many as the query needs, and one that meets the stretch before. */
    private int stretchPages(ReadSettings settings) {
        long needed = (request.wanted() - 1) / settings.pageSize() + 2;
        return (int) Math.max(2, Math.min(needed, settings.readAhead()));
    }

    private Uni<Outcome> brought(Found found) {
        if (!found.disorder().isEmpty() && canBeReadWhole()) {
            return startOver();
        }
        isCheckedWhole = found.isWholeList();
        shelve(found);
        Slice.Proven proven = proven(found, partOf(found.span()));
        tally.uses(proven);
        gaps(found);
        List<Gap> named = List.copyOf(gaps);
        gaps.clear();
        return Uni.createFrom().item(batch(proven, named));
    }

    /** The list does not run as it seemed to. What was handed over already may lack any row. */
    private Uni<Outcome> startOver() {
        Window passed = Window.between(order, request.window().near(order), place);
        if (!passed.isEmpty()) {
            gaps.add(new Gap(passed, DISORDERED, true));
        }
        close();
        list.forget();
        shelf = list.shelf();
        advance = new WholeList(list, tally);
        return step();
    }

    private boolean isContradicted() {
        return !(advance instanceof WholeList) && list.memory().direction() == null;
    }

    private boolean canBeReadWhole() {
        return WholeList.tooLarge(list.memory().total(), list.settings()) == null;
    }

    private void gaps(Found found) {
        found.disorder().stream()
                .filter(disorder -> disorder.touches(request.window()))
                .map(disorder -> new Gap(cut(disorder.between(), request.window()), DISORDERED, true))
                .forEach(gaps::add);
    }

    private Batch batch(Slice.Proven proven, List<Gap> gaps) {
        Window part = partOf(proven.window());
        List<Event> events = proven.events().stream()
                .filter(event -> part.contains(event.time()))
                .sorted(order)
                .toList();
        place = part.far(order);
        return new Batch(events, isBehind(place) ? Frontier.end(order) : Frontier.beyond(order, part), gaps);
    }

    /** What a span brings of the request's window. */
    private Window partOf(Window span) {
        return Window.between(order, place, isBehind(span.far(order)) ? far() : span.far(order));
    }

    private static Window cut(Window span, Window to) {
        Instant from = span.from().isAfter(to.from()) ? span.from() : to.from();
        Instant end = span.to().isBefore(to.to()) ? span.to() : to.to();
        return new Window(from, end);
    }

    private static Slice.Proven proven(Found found, Window part) {
        List<Event> events = found.events().stream()
                .filter(event -> part.contains(event.time()))
                .toList();
        return new Slice.Proven(part, events, events.size(), found.unreadable(), found.begun(), found.bytes());
    }

    /** In two parts, for what may still change is remembered for a moment only. Of the future nothing is proven. */
    private void shelve(Found found) {
        ReadSettings settings = list.settings();
        Instant young =
                found.begun().minus(settings.settle()).minus(settings.overlap()).minusMillis(1);
        shelve(found, new Window(Instant.MIN, young));
        shelve(found, new Window(young, found.begun()));
    }

    private void shelve(Found found, Window within) {
        if (found.span().from().isBefore(within.to())
                && within.from().isBefore(found.span().to())) {
            shelf.put(proven(found, cut(found.span(), within)));
        }
    }

    private boolean isBehind(Instant time) {
        return order.compareTimes(time, far()) >= 0;
    }

    private Instant far() {
        return request.window().far(order);
    }
}
