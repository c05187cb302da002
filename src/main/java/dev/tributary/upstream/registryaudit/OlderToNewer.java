package dev.tributary.upstream.registryaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.registryaudit.ListSearch.Beginning;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list for a query that wants the oldest events first: in stretches of a few pages, each newer than the one
 * before and read down to it. Reading upwards would be simpler, and lose what moves down meanwhile.
 */
final class OlderToNewer implements Advance {
    private final ListRun run;
    private final int stretchPages;
    private @Nullable Stretch top;
    private Instant begun = Instant.MAX;
    private int mostPagesBefore;
    private boolean isSearchedAnew;
    private boolean isFirst = true;
    /** From where on the first stretch proves something: other queries may need it. */
    private Instant provenBefore = Instant.MAX;

    /** @param stretchPages 2 or more */
    OlderToNewer(ListRun run, int stretchPages) {
        this.run = run;
        this.stretchPages = stretchPages;
    }

    @Override
    public Uni<Found> next(Instant place) {
        Stretch older = top;
        return older == null
                ? run.search().beginPagesBefore(place, stretchPages - 1).chain(at -> beginAt(at, place))
                : beginBefore(older, place);
    }

    @Override
    public int held() {
        return run.held();
    }

    private Uni<Found> beginAt(Beginning beginning, Instant place) {
        mostPagesBefore = beginning.distance() + ListRun.FEW_PAGES;
        return readDown(run.begin(beginning.page()), place);
    }

    /** The first stretch ends where everything behind it is surely older than the place. */
    private Uni<Found> readDown(Stretch read, Instant place) {
        if (isLost(read, place)) {
            isSearchedAnew = true;
            run.forgetPlaces();
            return next(place);
        }
        return read.olderEdge().isAfter(place)
                ? run.readOn(read).chain(() -> readDown(read, place))
                : foundFirst(read, place);
    }

    private Uni<Found> foundFirst(Stretch read, Instant place) {
        provenBefore = read.olderEdge();
        return found(read, place);
    }

    private boolean isLost(Stretch read, Instant place) {
        boolean isTooNew = read.pages() > mostPagesBefore && !read.lastTime().isBefore(place);
        boolean isTooOld =
                !read.isAtNewest() && read.hasRows() && read.firstTime().isBefore(place);
        return !isSearchedAnew && (isTooNew || isTooOld);
    }

    private Uni<Found> beginBefore(Stretch older, Instant place) {
        int number = numberNow(older.first());
        int newest = run.direction().newest(run.total(), older.first().size());
        int newer = run.direction().newer(number, stretchPages, newest);
        return run.page(newer)
                .chain(page -> newer == number && !run.direction().isNewest(page)
                        ? Uni.createFrom().failure(endless())
                        : join(run.beginBefore(page), older, place));
    }

    private int numberNow(ListPage page) {
        return new Landmark.Place(page.offset(), page.total()).number(run.direction(), run.total(), page.size());
    }

    private static UpstreamException endless() {
        return new UpstreamException(
                SourceFailure.of(FailureType.INCONSISTENT, "the list's newest page cannot be told"));
    }

    /** Read until it meets the older stretch, or needs it no more. */
    private Uni<Found> join(Stretch read, Stretch older, Instant place) {
        boolean isJoined = read.last().meets(older.first()) || !read.olderEdge().isAfter(place);
        return isJoined ? found(read, place) : run.readOnToMeet(read).chain(() -> join(read, older, place));
    }

    private Uni<Found> found(Stretch read, Instant place) {
        top = read;
        begun = read.begun().isBefore(begun) ? read.begun() : begun;
        passed(read);
        Instant reached = read.newerEdge();
        isFirst = false;
        if (!reached.isAfter(place)) {
            return next(place);
        }
        Instant from = provenBefore.isBefore(place) ? provenBefore : place;
        provenBefore = Instant.MAX;
        return Uni.createFrom().item(run.found(read, begun, new Window(from, reached), time -> time.isBefore(reached)));
    }

    /** From stretch to stretch the tolerance is measured upwards. */
    private void passed(Stretch read) {
        if (isFirst) {
            run.tolerance().beginAnew();
        }
        if (read.hasRows()) {
            run.tolerance().passed(read.firstTime(), read.pages());
        }
    }
}
