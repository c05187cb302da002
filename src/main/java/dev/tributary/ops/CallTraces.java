package dev.tributary.ops;

import dev.tributary.source.CallTrace;
import org.jspecify.annotations.Nullable;

/** Begins to follow the requests to one upstream. */
@FunctionalInterface
interface CallTraces {

    /** See {@link dev.tributary.source.SourceMeter#sends}. */
    CallTrace begin(@Nullable String query);
}
