package dev.tributary.upstream.slice;

import java.util.List;

/**
 * One upstream answer.
 *
 * @param total how many records the upstream says there are; not to be trusted alone
 */
public record Page(List<UpstreamRecord> records, long total) {

    public Page {
        records = List.copyOf(records);
    }
}
