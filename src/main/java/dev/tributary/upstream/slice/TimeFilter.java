package dev.tributary.upstream.slice;

import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an API that filters by time is asked. */
@FunctionalInterface
public interface TimeFilter {

    /** Asks for one page. */
    Uni<Look> page(Question question, Tally tally);

    /**
     * One call.
     *
     * @param start in the filter's unit since 1970, 0 or more
     * @param end likewise; whether rows at either of them are found is not documented
     * @param limit rows, 1 or more
     * @param offset rows, 0 to {@link #LARGEST_OFFSET}
     * @param lineNum of the row behind which to go on, where the API knows such numbers; null asks without one
     */
    record Question(
            long start,
            long end,
            int limit,
            int offset,
            @Nullable String lineNum) {
        /** HSS SDK, model of the requests. */
        public static final int LARGEST_OFFSET = 2_000_000;

        static Question of(Bounds bounds, int limit) {
            return new Question(bounds.start, bounds.end, limit, 0, null);
        }

        Question at(int rows) {
            return new Question(start, end, limit, rows, null);
        }
    }

    /** What to ask for, in the filter's unit. */
    record Bounds(long start, long end) {

        /** The slice and one unit more on each side: it is unknown whether rows at the bounds are found. */
        static Bounds around(Window slice, FilterUnit unit) {
            return new Bounds(Math.max(0, units(slice.from(), unit) - 1), units(slice.to(), unit));
        }

        static long units(Instant time, FilterUnit unit) {
            return Math.floorDiv(time.toEpochMilli(), unit.length().toMillis());
        }
    }
}
