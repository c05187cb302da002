package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows read of a list and not handed over yet, and the disorder found among rows that stood still. */
final class Gathered {
    private static final int RECENT_PAGES = 64; // a row may be shown again as far on as rows arrived meanwhile

    private final Direction direction;
    private final Tolerance tolerance;
    private final Duration settle;
    private final Map<String, Event> waiting = new ConcurrentHashMap<>(); // counted while more is read
    private final Extent extent;
    /** On which page each row was seen last, by the count of pages; the longest ago comes first. */
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    private final List<Disorder> disorder = new ArrayList<>();
    private int pages;
    private int unreadable;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private @Nullable Instant newestBehind;
    private long total;
    private long owed;

    /** Two rows more than the tolerance out of order: what else stands out of order between them is not known. */
    record Disorder(Instant older, Instant newer) {

        boolean touches(Window window) {
            return window.contains(older) || window.contains(newer);
        }

        Window between() {
            return new Window(older, newer.plusMillis(1));
        }
    }

    Gathered(Direction direction, Tolerance tolerance, Duration settle) {
        this.direction = direction;
        this.tolerance = tolerance;
        this.settle = settle;
        this.extent = new Extent(direction, tolerance.length());
    }

    /** The pages that follow stand before all read so far. */
    void beginBefore() {
        newestBehind = newest;
        oldest = null;
        total = 0;
        owed = 0;
    }

    /** A page that was read for the first time. */
    void add(ListPage page) {
        extent.add(page);
        List<Event> rows = direction.read(page);
        int news = page.isWholeList() ? rows.size() : firstNews(rows, page);
        rows.subList(0, news).forEach(this::gather);
        rows.subList(news, rows.size()).forEach(row -> {
            compare(row, page.begun().minus(settle));
            gather(row);
        });
        unreadable += page.rows().unreadable();
        remember(page);
    }

    /** A page that was read before: what it shows for the first time has come meanwhile, or moved. */
    void addAgain(ListPage page) {
        direction.read(page).forEach(this::gather);
        remember(page);
    }

    private void remember(ListPage page) {
        Integer number = ++pages;
        for (Event row : page.events()) {
            seen.remove(row.id());
            seen.put(row.id(), number);
        }
        forgetLongAgo();
        total = page.total();
    }

    private void forgetLongAgo() {
        Iterator<Integer> lastSeen = seen.values().iterator();
        while (lastSeen.hasNext() && lastSeen.next() <= pages - RECENT_PAGES) {
            lastSeen.remove();
        }
    }

    private boolean hasSeen(Event row) {
        return seen.containsKey(row.id());
    }

    /** What stands before a row that was seen already stood before it then too, and was passed. */
    private int firstNews(List<Event> rows, ListPage page) {
        int last = rows.size();
        while (last > 0 && !hasSeen(rows.get(last - 1))) {
            last--;
        }
        if (last > 0) {
            owed = 0;
            return last;
        }
        return isPushedBack(page) ? rows.size() : 0;
    }

    /** Rows that were never read may come into view from before the stretch, when as many have arrived there. */
    private boolean isPushedBack(ListPage page) {
        long moved = direction == Direction.NEWEST_FIRST ? page.total() - total : total - page.total();
        owed += total == 0 ? 0 : Math.max(0, moved);
        boolean isWhole = owed >= page.rows().count();
        owed = isWhole ? owed - page.rows().count() : 0;
        return isWhole && page.rows().count() > 0;
    }

    private void gather(Event row) {
        if (!hasSeen(row)) {
            waiting.put(row.id(), row);
        }
        oldest = oldest == null || row.time().isBefore(oldest) ? row.time() : oldest;
        newest = newest == null || row.time().isAfter(newest) ? row.time() : newest;
    }

    /** @param settled rows newer than this may well have come late */
    private void compare(Event row, Instant settled) {
        if (row.time().isAfter(settled)) {
            return;
        }
        if (oldest != null && isBeyond(oldest, row.time())) {
            disorder.add(new Disorder(oldest, row.time()));
        }
        if (newestBehind != null && isBeyond(row.time(), newestBehind)) {
            disorder.add(new Disorder(row.time(), newestBehind));
        }
    }

    private boolean isBeyond(Instant older, Instant newer) {
        return older.isBefore(newer) && Duration.between(older, newer).compareTo(tolerance.length()) > 0;
    }

    /** Takes out the rows of this span; nothing of those that {@code isPassed} will be asked for again. */
    List<Event> take(Window span, Predicate<Instant> isPassed) {
        List<Event> taken = waiting.values().stream()
                .filter(event -> span.contains(event.time()))
                .toList();
        waiting.values().removeIf(event -> span.contains(event.time()) || isPassed.test(event.time()));
        return taken;
    }

    Extent extent() {
        return extent;
    }

    int held() {
        return waiting.size();
    }

    List<Disorder> takeDisorder() {
        List<Disorder> taken = List.copyOf(disorder);
        disorder.clear();
        return taken;
    }

    int takeUnreadable() {
        int taken = unreadable;
        unreadable = 0;
        return taken;
    }
}
