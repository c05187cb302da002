package dev.tributary.upstream.registryaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a whole list, from its newer end to its older one: it names the page that it needs, and is given it. So
 * it may rest between any two pages. No row slips between them, see {@link Direction#adjoins}.
 */
final class Sweep {
    private static final int TIMES_READ_AGAIN = 3;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // odd, so that nothing of what came before is lost

    private final Direction direction;
    private final Kept kept;
    private final Trend trend;

    private int wanted;
    /** As far as it every row was read. */
    private @Nullable ListPage last;
    /** It does not adjoin the last page, which is asked for again. */
    private @Nullable ListPage ahead;

    private int timesLeft = TIMES_READ_AGAIN;
    private boolean hasEnded;
    private long rows;
    private long hash;
    private int unreadable;
    private Instant begun = Instant.MAX;

    /** @param first where the newest rows seem to be */
    Sweep(Direction direction, int first, Kept kept, Trend trend) {
        this.direction = direction;
        this.wanted = first;
        this.kept = kept;
        this.trend = trend;
    }

    /** What a pass has shown of a list: its rows in their order, and its totals meanwhile. */
    record Shown(long rows, long hash) {}

    /** The number of the page that it needs next. */
    int wanted() {
        return wanted;
    }

    /** @param page the one that it wanted */
    void receive(ListPage page) {
        ListPage before = last;
        ListPage unjoined = ahead;
        if (before == null) {
            begin(page);
        } else if (unjoined != null) {
            again(page, before, unjoined);
        } else if (direction.adjoins(before, page)) {
            passed(page);
        } else {
            doubt(page, before);
        }
    }

    private void begin(ListPage page) {
        begun = page.begun();
        if (direction.isNewest(page)) {
            passed(page);
        } else {
            wanted = page.number() + 1; // it runs oldest first, and has grown since its end was looked for
        }
    }

    private void passed(ListPage page) {
        kept.add(page);
        trend.passes(page);
        show(page);
        unreadable += page.rows().unreadable();
        timesLeft = TIMES_READ_AGAIN;
        goOnBehind(page);
    }

    /** Ids are hashes themselves. */
    private void show(ListPage page) {
        rows += page.rows().count();
        hash = MULTIPLIER * hash + page.total();
        page.events().forEach(row -> hash = MULTIPLIER * hash + Long.parseUnsignedLong(row.id(), 0, 16, 16));
    }

    private void goOnBehind(ListPage page) {
        last = page;
        ahead = null;
        hasEnded = direction.isOldest(page);
        wanted = direction.older(page.number(), 1);
        if (wanted > AuditList.LAST_NUMBER) {
            throw endless();
        }
    }

    private static UpstreamException endless() {
        return new UpstreamException(SourceFailure.of(
                FailureType.TOO_LARGE, "the list goes on behind the last offset that can be asked for"));
    }

    private void doubt(ListPage page, ListPage before) {
        if (timesLeft == 0) {
            throw StretchReader.restless();
        }
        timesLeft--;
        ahead = page;
        wanted = before.number();
    }

    /** Only what still shows a row of the last page is known to stand where the sweep has come to. */
    private void again(ListPage page, ListPage before, ListPage unjoined) {
        boolean isKnown = before.events().isEmpty() || before.meets(page);
        if (isKnown) {
            kept.add(page);
        }
        if (isKnown && page.meets(unjoined)) {
            passed(unjoined);
        } else {
            goOnBehind(isKnown ? page : before);
        }
    }

    /** Whether the last page is about to be read again. */
    boolean isInDoubt() {
        return ahead != null;
    }

    boolean hasEnded() {
        return hasEnded;
    }

    /** Whether pages have become older all the way, but for a few. */
    boolean hasRun() {
        return trend.isClear();
    }

    Shown shown() {
        return new Shown(rows, hash);
    }

    int unreadable() {
        return unreadable;
    }

    /** When the first page was asked for. */
    Instant begun() {
        return begun;
    }
}
