package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import java.util.List;

/** What reading a slice has shown. */
public sealed interface Slice {

    /**
     * Everything in the slice, proven; events outside of it may be among them.
     *
     * @param unreadable records without a usable time
     */
    record Proven(List<Event> events, int unreadable) implements Slice {}

    /** Not proven: the slice holds more than one answer, or an answer that does not add up. A shorter one may do. */
    record Unproven() implements Slice {}
}
