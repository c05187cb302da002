package dev.tributary.http;

import dev.tributary.fanout.Query;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.format.RawRecords;

/** A request for events that passed every check. */
record EventsRequest(Query query, RawRecords raw, Frozen frozen) implements Checked {

    /** Where a gap can be read again: the same query over the gap's window. */
    String gapLink(NamedGap gap) {
        return frozen.within(gap.window()).link(gap.link());
    }
}
