package dev.tributary.fanout;

import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.Figures;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each source did for a stream, page by page. */
final class StreamReports {
    private final Map<String, SourceReport> byName = new TreeMap<>();

    /** Of the next page. */
    void add(List<SourceReport> page) {
        page.forEach(report -> byName.merge(report.name(), report, StreamReports::together));
    }

    /** By name. */
    List<SourceReport> all() {
        return List.copyOf(byName.values());
    }

    /** Why the stream goes no further; these sources are still in the walk, so nothing is a gap yet. */
    void addFailures(List<SourceReport> page) {
        page.stream()
                .filter(report -> report.figures() != null && report.error() != null)
                .map(report -> report.as(Status.MORE, report.error(), List.of()))
                .forEach(report -> byName.merge(report.name(), report, StreamReports::together));
    }

    private static SourceReport together(SourceReport before, SourceReport now) {
        Figures figures = now.figures();
        if (figures == null) { // it has left the walk or finished; what it did is known
            return before;
        }
        List<NamedGap> gaps = joined(before.gaps(), now.gaps());
        int events = before.events() + now.events();
        return new SourceReport(
                now.name(),
                now.kind(),
                status(now, events, gaps),
                events,
                before.figures() == null ? figures : figures.plus(before.figures()),
                before.took().plus(now.took()),
                now.error() == null ? before.error() : now.error(),
                gaps);
    }

    private static Status status(SourceReport now, int events, List<NamedGap> gaps) {
        if (gaps.isEmpty()) {
            return now.status();
        }
        return now.status() == Status.FAILED && events == 0 ? Status.FAILED : Status.PARTIAL;
    }

    /** Two pages may have met two parts of one gap. */
    private static List<NamedGap> joined(List<NamedGap> before, List<NamedGap> now) {
        List<NamedGap> all = new ArrayList<>(before);
        for (NamedGap gap : now) {
            int last = all.size() - 1;
            if (last >= 0 && isOneWith(all.get(last), gap)) {
                all.set(last, joined(all.get(last), gap));
            } else {
                all.add(gap);
            }
        }
        return List.copyOf(all);
    }

    private static boolean isOneWith(NamedGap one, NamedGap other) {
        return one.uncertain() == other.uncertain()
                && !one.window().from().isAfter(other.window().to())
                && !other.window().from().isAfter(one.window().to());
    }

    private static NamedGap joined(NamedGap earlier, NamedGap later) {
        Instant from = min(earlier.window().from(), later.window().from());
        Instant to = max(earlier.window().to(), later.window().to());
        return new NamedGap(new Window(from, to), earlier.uncertain(), earlier.link());
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
