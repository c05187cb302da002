package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.FailureType;
import dev.tributary.source.Reservation;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.RowWeight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a scan keeps of the rows that it reads: those of its window, each once, as far as there is memory for them. */
final class Kept {
    private final Window window;
    private final Reservation memory;
    private final Map<String, Event> rows = new HashMap<>();
    private long taken;
    private long used; // at most what is taken
    private boolean isClosed;

    Kept(Window window, Reservation memory) {
        this.window = window;
        this.memory = memory;
    }

    /**
     * Nothing any more once it is closed.
     *
     * @throws UpstreamException if there is no room for them
     */
    synchronized void add(ListPage page) {
        if (!isClosed) {
            addNews(page);
        }
    }

    private void addNews(ListPage page) {
        List<Event> news = page.events().stream()
                .filter(row -> window.contains(row.time()) && !rows.containsKey(row.id()))
                .toList();
        reserve(RowWeight.onHeap(page.bytes())
                * news.size()
                / Math.max(1, page.rows().count()));
        news.forEach(row -> rows.put(row.id(), row));
    }

    private void reserve(long more) {
        long missing = Math.max(0, used + more - taken);
        if (missing > 0 && !memory.tryKeep(missing)) {
            throw new UpstreamException(SourceFailure.of(
                    FailureType.TOO_LARGE,
                    "a scan hands over its window at once, and that takes more of max-buffered-bytes than is left"));
        }
        taken += missing;
        used += more;
    }

    synchronized List<Event> rows() {
        return List.copyOf(rows.values());
    }

    /** What was taken for the rows forgotten is there for those that follow. */
    synchronized void beginAnew() {
        rows.clear();
        used = 0;
    }

    /** Forgets everything and gives its memory back; others may go on at once, so no lock must be held. */
    void close() {
        memory.give(closed());
    }

    private synchronized long closed() {
        long last = taken;
        isClosed = true;
        beginAnew();
        taken = 0;
        return last;
    }
}
