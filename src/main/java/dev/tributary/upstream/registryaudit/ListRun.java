package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.registryaudit.Advance.Found;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What the stretches of one reading of one list have in common. */
final class ListRun {
    /** So far from a remembered place what is looked for may be: rows arrive, and others were only seen from afar. */
    static final int FEW_PAGES = 4;

    private final AuditList list;
    private final Direction direction;
    private final Tolerance tolerance;
    private final Tally tally;
    private ListSearch search;
    private Gathered gathered;

    /** @param seen pages that this reading has looked at already */
    ListRun(
            AuditList list,
            Direction direction,
            Tolerance tolerance,
            Tally tally,
            Landmark.Place hint,
            List<ListPage> seen) {
        this.list = list;
        this.direction = direction;
        this.tolerance = tolerance;
        this.tally = tally;
        this.search = new ListSearch(list, direction, tolerance, tally, hint, seen);
        this.gathered = new Gathered(direction, tolerance, list.settings().settle());
    }

    ListSearch search() {
        return search;
    }

    Direction direction() {
        return direction;
    }

    int held() {
        return gathered.held();
    }

    Tolerance tolerance() {
        return tolerance;
    }

    long total() {
        return list.memory().total();
    }

    Uni<ListPage> page(int number) {
        return list.page(number, tally);
    }

    /** What was remembered has led astray: all begins again as if nothing had been. */
    void forgetPlaces() {
        list.memory().forgetPlaces();
        search = new ListSearch(list, direction, tolerance, tally, Landmark.Place.none(), List.of());
        gathered = new Gathered(direction, tolerance, list.settings().settle());
    }

    Stretch begin(ListPage page) {
        tolerance.beginAnew();
        gathered.add(page);
        Stretch begun = new Stretch(direction, tolerance, page);
        tolerance.passed(begun.lastTime(), 1);
        return begun;
    }

    Stretch beginBefore(ListPage page) {
        gathered.beginBefore();
        gathered.add(page);
        return new Stretch(direction, tolerance, page);
    }

    /** One page more. */
    Uni<Void> readOn(Stretch stretch) {
        return readOnToMeet(stretch).invoke(() -> tolerance.passed(stretch.lastTime(), 1));
    }

    /** One page more of a stretch that ends where it meets another. */
    Uni<Void> readOnToMeet(Stretch stretch) {
        return new StretchReader(list, direction, tally, gathered).readOn(stretch);
    }

    /**
     * @param begun when the oldest page was asked for that the span rests on
     * @param isPassed what nobody will ask for again
     */
    Found found(Stretch read, Instant begun, Window span, Predicate<Instant> isPassed) {
        checkOrder();
        List<Event> events = gathered.take(span, isPassed);
        long rowBytes = read.last().bytes() / Math.max(1, read.last().rows().count());
        return new Found(
                span,
                events,
                gathered.takeDisorder(),
                gathered.takeUnreadable(),
                begun,
                rowBytes * events.size(),
                read.isAtNewest() && read.isAtOldest());
    }

    private void checkOrder() {
        if (gathered.extent().isWithoutOrder()) {
            list.forget();
            throw new UpstreamException(
                    SourceFailure.of(FailureType.INCONSISTENT, "the list does not show any more which way it runs"));
        }
    }
}
