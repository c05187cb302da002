package dev.tributary.upstream.registryaudit;

import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.ListSearch.Beginning;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a list for a query that wants the newest events first: one stretch, proven as far as it has come. */
final class NewerToOlder implements Advance {
    private final ListRun run;
    private final Instant farEdge;
    private @Nullable Stretch stretch;
    private int mostPagesBefore;
    private boolean isSearchedAnew;
    private boolean isFirst = true;

    /** @param farEdge where reading ends */
    NewerToOlder(ListRun run, Instant farEdge) {
        this.run = run;
        this.farEdge = farEdge;
    }

    @Override
    public Uni<Found> next(Instant place) {
        Stretch begun = stretch;
        return begun == null
                ? run.search().beginNewerThan(place).chain(beginning -> begin(beginning, place))
                : readOn(begun, place);
    }

    @Override
    public int held() {
        return run.held();
    }

    private Uni<Found> begin(Beginning beginning, Instant place) {
        mostPagesBefore = beginning.distance() + ListRun.FEW_PAGES;
        Stretch begun = run.begin(beginning.page());
        stretch = begun;
        return found(begun, place);
    }

    private Uni<Found> readOn(Stretch begun, Instant place) {
        return run.readOn(begun).chain(() -> found(begun, place));
    }

    private Uni<Found> found(Stretch read, Instant place) {
        if (isLost(read, place)) {
            isSearchedAnew = true;
            stretch = null;
            run.forgetPlaces();
            return next(place);
        }
        Instant reached = reached(read);
        boolean isProven = !read.newerEdge().isBefore(place) && reached.isBefore(place);
        return isProven ? Uni.createFrom().item(found(read, reached, place)) : readOn(read, place);
    }

    /** Begun at a place that was remembered, and nowhere near it. */
    private boolean isLost(Stretch read, Instant place) {
        return !isSearchedAnew
                && read.pages() > mostPagesBefore
                && !read.lastTime().isBefore(place);
    }

    /** Short of the far edge until the stretch has surely left the window. */
    private Instant reached(Stretch read) {
        Instant edge = read.olderEdge();
        Instant within = farEdge.plusMillis(1);
        return read.hasLeft(farEdge) || edge.isAfter(within) ? edge : within;
    }

    private Found found(Stretch read, Instant reached, Instant place) {
        Instant to = isFirst ? read.newerEdge() : place;
        isFirst = false;
        return run.found(read, read.begun(), new Window(reached, to), time -> !time.isBefore(reached));
    }
}
