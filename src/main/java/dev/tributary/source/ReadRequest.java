package dev.tributary.source;

import dev.tributary.event.EventOrder;

/**
 * What a query asks of a source.
 *
 * @param wanted events that the query can still hand over, 1 or more: a source reads ahead no further than these need
 * @param hints what this source left in the walk's cursor; not to be trusted
 */
public record ReadRequest(
        Window window,
        EventOrder order,
        long wanted,
        Freshness freshness,
        Scan scan,
        Hints hints,
        Allowance allowance) {

    /** The same for what is left of the window. */
    public ReadRequest over(Window left, Hints learnt) {
        return new ReadRequest(left, order, wanted, freshness, scan, learnt, allowance);
    }
}
