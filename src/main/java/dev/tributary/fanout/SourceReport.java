package dev.tributary.fanout;

import dev.tributary.event.Kind;
import dev.tributary.source.Figures;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source did for one answer.
 *
 * @param kind null for a source that is no longer configured
 * @param events how many of the answer's events are its own
 * @param figures null for a source that was not asked
 * @param error why it failed, or has gaps
 */
public record SourceReport(
        String name,
        @Nullable Kind kind,
        Status status,
        int events,
        @Nullable Figures figures,
        Duration took,
        @Nullable SourceFailure error,
        List<NamedGap> gaps) {

    /** Whether gaps were met where this report is from; those of sources that left on an earlier page were named there. */
    public boolean hasMetGaps() {
        return figures != null && !gaps.isEmpty();
    }

    /** The same figures with another end. */
    SourceReport as(Status other, @Nullable SourceFailure reason, List<NamedGap> named) {
        return new SourceReport(name, kind, other, events, figures, took, reason, named);
    }

    /** How much of its part of the window a source has delivered. */
    public enum Status {
        /** Nothing is left in the window. */
        COMPLETE("complete"),
        /** Handed over down to {@code reached}; the walk goes on. */
        MORE("more"),
        /** Delivered some, then failed, or stepped over a gap and goes on. */
        PARTIAL("partial"),
        /** Delivered nothing and is out of the walk. */
        FAILED("failed"),
        /** Not asked: it cannot match, or is not part of the walk. */
        SKIPPED("skipped");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The status' name in answers. */
        public String text() {
            return text;
        }
    }

    /**
     * A gap with the walk that reads it again.
     *
     * @param uncertain most of it was delivered, so its link may repeat events
     */
    public record NamedGap(Window window, boolean uncertain, Walk link) {}
}
