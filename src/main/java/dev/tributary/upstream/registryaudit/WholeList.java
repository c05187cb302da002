package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list that shows no order: it is read from its first row to its last until two readings agree. */
final class WholeList implements Advance {
    private static final int READINGS = 3;

    private final AuditList list;
    private final Tally tally;

    WholeList(AuditList list, Tally tally) {
        this.list = list;
        this.tally = tally;
    }

    @Override
    public Uni<Found> next(Instant place) {
        return reading().chain(first -> agreeing(shown(first), READINGS - 1)).map(WholeList::found);
    }

    @Override
    public int held() {
        return 0;
    }

    private Uni<List<ListPage>> agreeing(List<Shown> before, int readingsLeft) {
        return readingsLeft == 0
                ? Uni.createFrom().failure(StretchReader.restless())
                : reading()
                        .chain(again -> shown(again).equals(before)
                                ? Uni.createFrom().item(again)
                                : disagreeing(shown(again), readingsLeft - 1));
    }

    private Uni<List<ListPage>> disagreeing(List<Shown> last, int readingsLeft) {
        tally.readsAgain();
        return agreeing(last, readingsLeft);
    }

    private static List<Shown> shown(List<ListPage> pages) {
        return pages.stream().map(Shown::of).toList();
    }

    /** What a page is compared by: its rows are not kept while the list is read again. */
    private record Shown(List<String> ids, int rows) {

        static Shown of(ListPage page) {
            return new Shown(
                    page.events().stream().map(Event::id).toList(), page.rows().count());
        }
    }

    private static List<Event> rows(List<ListPage> pages) {
        return pages.stream().flatMap(page -> page.events().stream()).toList();
    }

    private Uni<List<ListPage>> reading() {
        return next(new ArrayList<>());
    }

    private Uni<List<ListPage>> next(List<ListPage> read) {
        return list.page(read.size(), tally).chain(page -> {
            read.add(page);
            SourceFailure tooLarge = tooLarge(page);
            if (tooLarge != null) {
                return Uni.createFrom().failure(new UpstreamException(tooLarge));
            }
            return page.isFull() ? next(read) : Uni.createFrom().item(read);
        });
    }

    private @Nullable SourceFailure tooLarge(ListPage page) {
        long rows = Math.max(page.total(), page.offset() + page.rows().count());
        return tooLarge(rows, list.settings());
    }

    /** Why a list of so many rows is not read whole; null if it is. */
    static @Nullable SourceFailure tooLarge(long rows, ReadSettings settings) {
        if (rows > settings.maxScan()) {
            return SourceFailure.of(
                    FailureType.INCONSISTENT,
                    "the list shows no order, and is longer than max-scan, " + settings.maxScan());
        }
        long calls = 2 * (rows / settings.pageSize() + 1) * Operation.values().length;
        return calls <= settings.maxCalls()
                ? null
                : SourceFailure.of(
                        FailureType.TOO_LARGE,
                        "the list shows no order, and reading it whole takes more than max-calls, "
                                + settings.maxCalls());
    }

    private static Found found(List<ListPage> pages) {
        Map<String, Event> events = new LinkedHashMap<>();
        rows(pages).forEach(event -> events.putIfAbsent(event.id(), event));
        return new Found(
                new Window(Instant.MIN, Instant.MAX),
                List.copyOf(events.values()),
                List.of(),
                pages.stream().mapToInt(page -> page.rows().unreadable()).sum(),
                pages.get(0).begun(),
                pages.stream().mapToLong(ListPage::bytes).sum(),
                true);
    }
}
