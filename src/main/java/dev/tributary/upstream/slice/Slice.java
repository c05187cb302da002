package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.List;

/** What reading a slice has shown. */
public sealed interface Slice {

    /**
     * Everything in the slice, proven.
     *
     * @param events within {@code window}, each once, in no order
     * @param rows rows in the window's answers, as a measure of density
     * @param unreadable records without a usable time
     * @param begun when the oldest of its answers was asked for
     * @param bytes length of its answers, as a measure of weight
     * @param gaps uncertain parts of the window, most often none
     */
    record Proven(
            Window window, List<Event> events, long rows, int unreadable, Instant begun, long bytes, List<Gap> gaps)
            implements Slice {
        public Proven {
            events = List.copyOf(events);
            gaps = List.copyOf(gaps);
        }

        public Proven(Window window, List<Event> events, long rows, int unreadable, Instant begun, long bytes) {
            this(window, events, rows, unreadable, begun, bytes, List.of());
        }

        /** What it proves of a window that it has a part of; rows and bytes by the part of its events. */
        Proven within(Window other) {
            Window part = common(window, other);
            if (part.equals(window)) {
                return this;
            }
            List<Event> inside =
                    events.stream().filter(event -> part.contains(event.time())).toList();
            double share = (double) inside.size() / Math.max(1, events.size());
            return new Proven(
                    part, inside, Math.round(rows * share), unreadable, begun, Math.round(bytes * share), gapsIn(part));
        }

        List<Gap> gapsIn(Window part) {
            return gaps.stream()
                    .filter(gap -> gap.window().from().isBefore(part.to()))
                    .filter(gap -> gap.window().to().isAfter(part.from()))
                    .map(gap -> new Gap(common(gap.window(), part), gap.reason(), gap.uncertain()))
                    .toList();
        }

        private static Window common(Window one, Window other) {
            return new Window(
                    one.from().isAfter(other.from()) ? one.from() : other.from(),
                    one.to().isBefore(other.to()) ? one.to() : other.to());
        }
    }

    /**
     * Not proven; a shorter slice may do.
     *
     * @param rows what the upstream says that it holds, or at least so many
     * @param shown the times of the rows that it did answer, in its order: nothing is proven by them, but they tell where
     *     a slice that fits may end
     */
    record TooMany(long rows, List<Instant> shown) implements Slice {
        public TooMany {
            shown = List.copyOf(shown);
        }
    }

    /** However short, its answers do not prove anything: a gap. */
    record Unprovable(SourceFailure reason) implements Slice {}
}
