package dev.tributary.upstream.registryaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Looks for the page of a list at which a stretch begins. */
final class ListSearch {
    private static final int MOST_LOOKS = 64; // twice as many as two halvings of all offsets there are
    private static final int MOST_ROUNDS = 3;

    private final AuditList list;
    private final Direction direction;
    private final Tolerance tolerance;
    private final Tally tally;
    private final int size;
    private final Landmark.Place hint;
    /** Pages looked at, by number: the first of a stretch need not be asked for twice. */
    private final Map<Integer, ListPage> looked = new HashMap<>();

    private int pastTheEnd = AuditList.LAST_NUMBER;
    private int looks;
    private int rounds;

    /** @param seen pages that this reading has looked at already */
    ListSearch(
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
        this.hint = hint;
        this.size = list.settings().pageSize();
        seen.forEach(this::saw);
    }

    /** @param distance pages between it and the place that was looked for */
    record Beginning(ListPage page, int distance) {}

    private void saw(ListPage page) {
        looked.put(page.number(), page);
        if (!page.isFull()) {
            pastTheEnd =
                    Math.min(pastTheEnd, page.number() + Math.min(1, page.rows().count()));
        }
    }

    private Uni<ListPage> look(int number) {
        looks++;
        return looks > MOST_LOOKS
                ? Uni.createFrom().failure(StretchReader.restless())
                : list.page(number, tally).invoke(this::saw).invoke(this::checkDirection);
    }

    /** Between pages that run both ways nothing can be found. */
    private void checkDirection(ListPage page) {
        if (list.memory().direction() != direction) {
            throw new UpstreamException(
                    SourceFailure.of(FailureType.INCONSISTENT, "the list runs one way here, and the other way there"));
        }
    }

    private Uni<ListPage> page(int number) {
        ListPage known = looked.get(number);
        return known == null ? look(number) : Uni.createFrom().item(known);
    }

    /**
     * The page to begin at so that everything older than this time is sure to follow: its first row is more than the
     * tolerance newer. If that is too far away, the tolerance is what fits.
     */
    Uni<Beginning> beginNewerThan(Instant time) {
        return begin(time, number -> beginBefore(number, time));
    }

    /** That many pages before the place of this time, or the newest page if there are not so many. */
    Uni<Beginning> beginPagesBefore(Instant time, int pages) {
        return begin(time, number -> page(direction.newer(number, pages, newest())));
    }

    /** What is remembered stands elsewhere when the list has grown since, which only the first answer tells. */
    private Uni<Beginning> begin(Instant time, IntFunction<Uni<ListPage>> at) {
        rounds++;
        long total = list.memory().total();
        return locate(time)
                .chain(number -> at.apply(number).map(page -> new Beginning(page, Math.abs(page.number() - number))))
                .chain(beginning -> rounds < MOST_ROUNDS && hasMoved(total)
                        ? begin(time, at)
                        : Uni.createFrom().item(beginning));
    }

    private boolean hasMoved(long total) {
        return Math.abs(list.memory().total() - total) >= size;
    }

    /** The last page, as they are read, whose rows are newer than this time, or the newest page of all. */
    private Uni<Integer> locate(Instant time) {
        Bounds bounds = bounds(time);
        if (bounds.isNarrow() || looked.containsKey(0) && looked.get(0).isWholeList()) {
            return Uni.createFrom().item(direction.newer(Math.max(0, bounds.place(direction)), 0, newest()));
        }
        if (hint.isUsable()) {
            return hinted();
        }
        int next = looked.containsKey(newest()) ? bounds.middle(isOpen(bounds), openEnd()) : newest();
        return look(next).chain(page -> locate(time));
    }

    private Uni<Integer> hinted() {
        int number = hint.number(direction, list.memory().total(), size);
        return Uni.createFrom().item(direction.newer(number, 0, newest()));
    }

    private Bounds bounds(Instant time) {
        return Bounds.of(list.memory().places(direction), time, direction, Math.min(pastTheEnd, endByTotal()));
    }

    private int endByTotal() {
        long total = list.memory().total();
        return total == Page.CAP ? AuditList.LAST_NUMBER : (int) Math.min(total / size + 1, AuditList.LAST_NUMBER);
    }

    private boolean isOpen(Bounds bounds) {
        return bounds.high() == AuditList.LAST_NUMBER;
    }

    private int openEnd() {
        return (int) Math.min(list.memory().total() / size, AuditList.LAST_NUMBER - 1);
    }

    private int newest() {
        return direction.newest(list.memory().total(), size);
    }

    private Uni<ListPage> beginBefore(int number, Instant time) {
        Instant beyond = time.plus(tolerance.length());
        OptionalInt remembered = list.memory().nearestBeginning(direction, beyond, number, tolerance.pages());
        return page(remembered.orElse(number))
                .chain(page -> begins(page, beyond) ? Uni.createFrom().item(page) : stepBack(number, 0, time));
    }

    private Uni<ListPage> stepBack(int number, int pages, Instant time) {
        return page(direction.newer(number, pages, newest())).chain(page -> {
            if (begins(page, time.plus(tolerance.length()))) {
                return Uni.createFrom().item(page);
            }
            if (pages >= tolerance.pages() && begins(page, time)) {
                tolerance.limitTo(
                        Duration.between(time, direction.read(page).get(0).time()));
                return Uni.createFrom().item(page);
            }
            return isAtTheEnd(page)
                    ? Uni.createFrom().failure(StretchReader.restless())
                    : stepBack(number, further(pages), time);
        });
    }

    private int further(int pages) {
        int further = 2 * pages + 1;
        return pages < tolerance.pages() ? Math.min(further, tolerance.pages()) : further;
    }

    /** There is no newer one to go back to, although it does not show that it is the newest. */
    private boolean isAtTheEnd(ListPage page) {
        return page.number() == newest();
    }

    private boolean begins(ListPage page, Instant beyond) {
        return direction.isNewest(page)
                || !page.events().isEmpty()
                        && !direction.read(page).get(0).time().isBefore(beyond);
    }
}
