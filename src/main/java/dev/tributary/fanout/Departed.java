package dev.tributary.fanout;

import dev.tributary.source.SourceFailure;
import dev.tributary.walk.Departure;
import org.jspecify.annotations.Nullable;

/**
 * A source that left the walk on the page in the making.
 *
 * @param participant null if it is no longer configured
 */
record Departed(@Nullable Participant participant, Departure departure, SourceFailure failure) {

    static Departed of(Participant participant, Departure departure, SourceFailure failure) {
        return new Departed(participant, departure, failure);
    }

    static Departed unconfigured(Departure departure, SourceFailure failure) {
        return new Departed(null, departure, failure);
    }
}
