package dev.tributary.format;

import dev.tributary.fanout.SourceReport.NamedGap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in an answer.
 *
 * @param next the next page; null on the last one
 * @param follow what a follower asks next; null unless this is the last page
 * @param gaps where a gap can be read again
 */
public record Links(@Nullable String next, @Nullable String follow, Function<NamedGap, String> gaps) {

    /** The same for what can only begin anew. */
    public Links withoutNext() {
        return new Links(null, follow, gaps);
    }
}
