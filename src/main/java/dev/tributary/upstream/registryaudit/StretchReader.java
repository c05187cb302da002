package dev.tributary.upstream.registryaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;

/** Reads a stretch on, and sees to it that no row slips between two of its pages. */
final class StretchReader {
    private static final int TIMES_READ_AGAIN = 3;

    private final AuditList list;
    private final Direction direction;
    private final Tally tally;
    private final Gathered gathered;

    StretchReader(AuditList list, Direction direction, Tally tally, Gathered gathered) {
        this.list = list;
        this.direction = direction;
        this.tally = tally;
        this.gathered = gathered;
    }

    /** One page more. */
    Uni<Void> readOn(Stretch stretch) {
        return readOn(stretch, TIMES_READ_AGAIN);
    }

    private Uni<Void> readOn(Stretch stretch, int timesLeft) {
        int number = direction.older(stretch.last().number(), 1);
        return list.page(number, tally)
                .chain(page -> direction.adjoins(stretch.last(), page)
                        ? added(stretch, page)
                        : readAgain(stretch, page, timesLeft));
    }

    private Uni<Void> added(Stretch stretch, ListPage page) {
        gathered.add(page);
        stretch.add(page);
        return Uni.createFrom().voidItem();
    }

    /** The list has moved in a way that may have carried rows from the page not read yet into the one read before. */
    private Uni<Void> readAgain(Stretch stretch, ListPage page, int timesLeft) {
        if (timesLeft == 0) {
            return Uni.createFrom().failure(restless());
        }
        tally.readsAgain();
        return list.page(stretch.last().number(), tally)
                .chain(again -> isAccepted(stretch, again) && again.meets(page)
                        ? added(stretch, page)
                        : readOn(stretch, timesLeft - 1));
    }

    /** Only what still shows a row of the stretch is known to stand where the stretch has come to. */
    private boolean isAccepted(Stretch stretch, ListPage again) {
        boolean isKnown = stretch.last().events().isEmpty() || stretch.last().meets(again);
        if (isKnown) {
            gathered.addAgain(again);
            stretch.addAgain(again);
        }
        return isKnown;
    }

    static UpstreamException restless() {
        return new UpstreamException(
                SourceFailure.of(FailureType.INCONSISTENT, "the list changed every time while it was read"));
    }
}
