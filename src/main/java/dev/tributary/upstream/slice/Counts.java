package dev.tributary.upstream.slice;

import dev.tributary.source.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one reading has spent and used so far. */
final class Counts {
    private int paid;
    private int sent;
    private int shared;
    private int cached;
    private int unreadable;
    private @Nullable Instant asOf;

    synchronized void paid() {
        paid++;
    }

    /** Whether more is sent by now than paid for. */
    synchronized boolean sent() {
        sent++;
        return sent > paid;
    }

    synchronized void shared() {
        shared++;
    }

    synchronized void cached() {
        cached++;
    }

    /** @param time when it was asked for, or now if no change of it is expected */
    synchronized void used(int unreadableRows, Instant time) {
        unreadable += unreadableRows;
        asOf = asOf == null || time.isBefore(asOf) ? time : asOf;
    }

    synchronized int calls() {
        return sent;
    }

    synchronized Figures figures() {
        return Figures.of(sent, shared, cached, unreadable, asOf);
    }
}
