package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** How a list is read: it brings one proven span after another, in the order of the query. */
interface Advance {

    /**
     * @param place where the last span ended, in the order of the query
     * @return a span that begins at that place or before it, and ends behind it
     */
    Uni<Found> next(Instant place);

    /** Rows read and not brought yet. */
    int held();

    /** Nobody waits for what is under way. */
    default void close() {}

    /**
     * Everything in a span, proven.
     *
     * @param events those within {@code span}, each once
     * @param disorder what did not stand where it should
     * @param begun when the oldest page it rests on was asked for
     * @param bytes length of {@code events} on the wire, about
     * @param isWholeList whether the whole list was read
     */
    record Found(
            Window span,
            List<Event> events,
            List<Gathered.Disorder> disorder,
            int unreadable,
            Instant begun,
            long bytes,
            boolean isWholeList) {}
}
