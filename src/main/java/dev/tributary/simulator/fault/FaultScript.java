package dev.tributary.simulator.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which calls go wrong, and how. Where several lines of the script fit a call, the first written counts. */
public final class FaultScript {
    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();

    /** @param clock spans of time are reckoned by it */
    public FaultScript(Clock clock) {
        this.clock = clock;
    }

    /**
     * A line as it stands now.
     *
     * @param words what its writer called it
     * @param seen calls at its target since it was written
     * @param befell those of them that its fault befell
     */
    public record Told(Map<String, String> words, long seen, long befell) {}

    /** @param words what the line is called when the script is told */
    public synchronized void add(Target target, When when, Fault fault, Map<String, String> words) {
        lines.add(new Line(target, when, fault, words, clock.instant()));
    }

    public synchronized void clear() {
        lines.clear();
    }

    /** In the order in which the lines were written. */
    public synchronized List<Told> lines() {
        return lines.stream().map(Line::told).toList();
    }

    /** What befalls this call. */
    public synchronized Fault next(String place) {
        Instant now = clock.instant();
        return lines.stream()
                .filter(line -> line.target.holds(place))
                // Every line counts the call, also those that another line keeps from having their way.
                .filter(line -> line.counts(now))
                .toList()
                .stream()
                .findFirst()
                .map(Line::befalls)
                .orElseGet(Pass::new);
    }

    private static final class Line {
        final Target target;
        private final When when;
        private final Fault fault;
        private final Map<String, String> words;
        private final Instant written;
        private long seen;
        private long befell;

        Line(Target target, When when, Fault fault, Map<String, String> words, Instant written) {
            this.target = target;
            this.when = when;
            this.fault = fault;
            this.words = words;
            this.written = written;
        }

        /** Whether it would have this call. */
        boolean counts(Instant now) {
            seen++;
            return when.holds(seen, Duration.between(written, now));
        }

        Fault befalls() {
            befell++;
            return fault;
        }

        Told told() {
            return new Told(words, seen, befell);
        }
    }
}
