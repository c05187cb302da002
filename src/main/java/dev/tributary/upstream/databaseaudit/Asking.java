package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;

/** How the list of audit files is asked for a page. */
@FunctionalInterface
interface Asking {

    /**
     * @param offset rows, 0 or more
     * @param limit rows, 1 to 100
     */
    Uni<Look> page(Span span, int offset, int limit, Tally tally);
}
