package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.SourceId;

/** Which events a query wants. Applied here, never upstream. */
public record Filter() {

    /** Lets everything pass. */
    public static Filter none() {
        return new Filter();
    }

    public boolean matches(Event event) {
        return true;
    }

    /** False if no event of this source can match, so that it need not be asked. */
    public boolean canMatch(SourceId source) {
        return true;
    }
}
