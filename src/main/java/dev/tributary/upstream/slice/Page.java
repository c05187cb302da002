package dev.tributary.upstream.slice;

import java.util.List;

/**
 * One upstream answer.
 *
 * @param total how many records the upstream says there are; not to be trusted alone
 */
public record Page(List<UpstreamRecord> records, long total) {

    /** Totals are often capped here, so this one may mean "at least": it never proves anything. */
    public static final long CAP = 10_000;

    public Page {
        records = List.copyOf(records);
    }
}
