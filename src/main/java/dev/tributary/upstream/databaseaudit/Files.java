package dev.tributary.upstream.databaseaudit;

import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.time.Instant;
import java.util.List;

/** What asking for a span of files has shown. */
sealed interface Files {

    /**
     * All of them, proven.
     *
     * @param begun when the oldest of the answers was asked for
     * @param bytes length of the answers
     */
    record Listed(List<UpstreamRecord> rows, Instant begun, long bytes) implements Files {
        public Listed {
            rows = List.copyOf(rows);
        }

        static Listed of(PageChain pages) {
            Instant begun = pages.looks().stream()
                    .map(Look::begun)
                    .min(Instant::compareTo)
                    .orElseThrow();
            long bytes = pages.looks().stream().mapToLong(Look::bytes).sum();
            return new Listed(pages.rows(), begun, bytes);
        }
    }

    /**
     * More pages than allowed.
     *
     * @param rows how many there are, or at least so many
     */
    record TooMany(long rows) implements Files {}
}
