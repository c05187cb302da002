package dev.tributary.source;

import dev.tributary.event.EventOrder;

/** What a query asks of a source. */
public record ReadRequest(Window window, EventOrder order, Allowance allowance) {}
