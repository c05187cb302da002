package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Query;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.format.Links;
import dev.tributary.format.RawRecords;
import dev.tributary.source.Freshness;
import dev.tributary.walk.Walk;
import java.time.Instant;

/** A request for events that passed every check. */
record EventsRequest(Query query, RawRecords raw, Format format, Frozen frozen) implements Checked {

    /** The addresses in an answer. */
    Links links(Answer answer) {
        Walk next = answer.next();
        Instant from = answer.followFrom();
        return new Links(
                next == null ? null : frozen.link(next), from == null ? null : frozen.follow(from), this::gapLink);
    }

    EventsRequest with(Freshness freshness) {
        return new EventsRequest(query.with(freshness), raw, format, frozen);
    }

    /** Where a gap can be read again: the same query over the gap's window. */
    String gapLink(NamedGap gap) {
        return frozen.within(gap.window()).link(gap.link());
    }
}
