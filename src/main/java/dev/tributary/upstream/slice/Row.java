package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import java.util.Set;

/** What a normaliser made of a record. */
public sealed interface Row {

    record Normalised(Event event) implements Row {}

    /**
     * A record without a usable time. Never dropped in silence: it is counted, and logged by what it consists of.
     *
     * @param fields names, never values
     */
    record Unreadable(Set<String> fields) implements Row {}
}
