package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Figures;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Reservation;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a window slice by slice, from memory where it can, and ahead of its reader as far as the query needs. */
public final class SlicedReading implements Reading {
    private final SliceReader reader;
    private final Supplier<ProvenCache.Shelf> shelf;
    private final ReadRequest request;
    private final EventOrder order;
    private final Tally tally;
    private final ReadAhead readAhead;
    private final SlicesUnderWay underWay;
    private final SliceLength length;
    private final RowWeight weight = new RowWeight();
    /** Everything before it has been handed over. */
    private Instant place;
    /** The slice tried here last; the next one is shorter, whatever borders are rounded to. */
    private @Nullable Window tooLong;

    /** @param shelf what is proven as far as the source knows by now */
    public SlicedReading(
            SliceReader reader, Supplier<ProvenCache.Shelf> shelf, ReadRequest request, ReadSettings settings) {
        this.reader = reader;
        this.shelf = shelf;
        this.request = request;
        this.order = request.order();
        this.tally = new Tally(request, settings);
        this.readAhead = new ReadAhead(request.wanted(), settings.readAhead());
        this.underWay = new SlicesUnderWay(order, this::read);
        this.length = new SliceLength(request);
        this.place = request.window().near(order);
    }

    /** What the source learns while a slice is read does not vouch for that slice. */
    private Uni<Slice> read(Window slice, Hold hold) {
        ProvenCache.Shelf begunWith = shelf.get();
        return elsewhere(begunWith, slice)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(tally.found(found.get()).within(slice))
                        : reader.read(slice, order, tally.with(hold)).invoke(read -> shelve(begunWith, read)));
    }

    private Uni<Optional<Slice.Proven>> elsewhere(ProvenCache.Shelf shelf, Window slice) {
        return request.freshness() == Freshness.FRESH
                ? Uni.createFrom().item(Optional.empty())
                : shelf.elsewhere(nextMilli(begin(slice)), slice.to(), tally.patience());
    }

    /** The first slice is rounded outward: what ends before the request's window begins would be no use. */
    private Instant begin(Window slice) {
        Instant edge = request.window().near(order);
        return order.compareTimes(slice.near(order), edge) < 0 ? edge : slice.near(order);
    }

    private static void shelve(ProvenCache.Shelf shelf, Slice read) {
        if (read instanceof Slice.Proven proven) {
            shelf.put(proven);
        }
    }

    @Override
    public Uni<Outcome> next() {
        readAhead.pulled();
        underWay.letGo();
        return Outcomes.of(Uni.createFrom().deferred(this::step));
    }

    @Override
    public Figures figures() {
        return tally.figures();
    }

    @Override
    public Hints hints(Instant from) {
        return length.hints();
    }

    @Override
    public void close() {
        underWay.cancel();
    }

    private Uni<Outcome> step() {
        if (isBehind(place)) {
            return Uni.createFrom().item(Batch.of(List.of(), Frontier.end(order)));
        }
        Optional<Slice.Proven> known = underWay.isEmpty() ? known(place) : Optional.empty();
        if (known.isPresent()) {
            tally.usesCached(known.get());
            return Uni.createFrom().item(batch(known.get()));
        }
        beginHere();
        beginAhead();
        return underWay.take(this::outcome);
    }

    private Uni<Outcome> outcome(Window slice, Slice read) {
        if (read instanceof Slice.Proven proven) {
            tally.uses(proven);
            return Uni.createFrom().item(batch(proven));
        }
        if (read instanceof Slice.TooMany answer) {
            tally.readsAgain();
            length.learn(slice, answer, sizes().rows());
            tooLong = slice;
            readAhead.restarts();
            return step();
        }
        return Uni.createFrom().item(gap(slice, (Slice.Unprovable) read));
    }

    private SliceReader.Sizes sizes() {
        return reader.sizes();
    }

    /** Unless a slice that begins here is under way. One that was too long leaves those that begin behind it. */
    private void beginHere() {
        if (underWay.isEmpty() || order.compareTimes(place, underWay.begin()) < 0) {
            Window planned = planned();
            Window failed = tooLong;
            underWay.beginFirst(
                    failed != null && order.compareTimes(planned.far(order), failed.far(order)) >= 0
                            ? plan().half(failed)
                            : planned,
                    new Hold(memory()));
        }
    }

    private Window planned() {
        boolean isFirst = place.equals(request.window().near(order));
        return isFirst ? plan().first(place, far(), length.millis()) : plan().slice(place, far(), length.millis());
    }

    private void beginAhead() {
        int slices = readAhead.slices(sizes().rows());
        long bytes = weight.of(sizes().rows());
        while (underWay.count() < slices
                && !isBehind(underWay.end())
                && known(underWay.end()).isEmpty()
                && memory().tryTake(bytes)) {
            underWay.beginLast(plan().slice(underWay.end(), far(), length.millis()), new Hold(memory(), bytes));
        }
    }

    private Reservation memory() {
        return request.allowance().memory();
    }

    private SlicePlan plan() {
        return new SlicePlan(order, sizes());
    }

    private Optional<Slice.Proven> known(Instant from) {
        return request.freshness() == Freshness.FRESH
                ? Optional.empty()
                : shelf.get().at(nextMilli(from));
    }

    private Instant nextMilli(Instant from) {
        return order == EventOrder.DESC ? from.minusMillis(1) : from;
    }

    private Batch batch(Slice.Proven proven) {
        Window part = handedOverWith(proven.window());
        length.learn(proven, sizes().rows());
        weight.learn(proven.rows(), proven.bytes());
        List<Event> events = proven.events().stream()
                .filter(event -> part.contains(event.time()))
                .sorted(order)
                .toList();
        readAhead.handedOver(events.size());
        return new Batch(events, frontier(part), proven.gapsIn(part));
    }

    private Batch gap(Window slice, Slice.Unprovable answer) {
        Window part = handedOverWith(slice);
        return new Batch(List.of(), frontier(part), List.of(new Gap(part, answer.reason(), false)));
    }

    /** The part of the request's window that a slice brings; the place moves behind it. */
    private Window handedOverWith(Window slice) {
        Instant end = isBehind(slice.far(order)) ? far() : slice.far(order);
        Window part = Window.between(order, place, end);
        place = slice.far(order);
        tooLong = null;
        return part;
    }

    private Frontier frontier(Window part) {
        return isBehind(place) ? Frontier.end(order) : Frontier.beyond(order, part);
    }

    private boolean isBehind(Instant time) {
        return order.compareTimes(time, far()) >= 0;
    }

    private Instant far() {
        return request.window().far(order);
    }
}
