package dev.tributary.upstream.slice;

import dev.tributary.source.Window;
import dev.tributary.upstream.call.Spending;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How one kind of upstream is asked for a slice. */
public interface SliceReader {

    /**
     * @param slice at most {@link #longest()} long
     * @return fails with {@link dev.tributary.upstream.call.UpstreamException} or
     *     {@link dev.tributary.upstream.call.BudgetSpentException}
     */
    Uni<Slice> read(Window slice, Spending spending);

    /** The longest slice that the upstream can be asked for. */
    Duration longest();
}
