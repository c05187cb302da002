package dev.tributary.fanout;

import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source that left the walk on the page in the making.
 *
 * @param participant null if it is no longer configured
 */
record Departed(@Nullable Participant participant, Departure departure, SourceFailure failure) {

    private static final Set<FailureType> FINAL =
            EnumSet.of(FailureType.AUTH, FailureType.FORBIDDEN, FailureType.NOT_FOUND, FailureType.REJECTED);

    /** @param position where the walk stands */
    static Departed of(Participant failed, Position position, EventOrder order) {
        SourceFailure failure = Objects.requireNonNull(failed.failure());
        return new Departed(failed, departure(failed.id().name(), position, order, failure), failure);
    }

    /** @param position where the walk stands */
    static Departed unconfigured(String source, Position position, EventOrder order) {
        SourceFailure failure = SourceFailure.of(
                FailureType.NOT_FOUND, "the source is no longer configured; its name was in the cursor");
        return new Departed(null, departure(source, position, order, failure), failure);
    }

    private static Departure departure(String source, Position position, EventOrder order, SourceFailure failure) {
        return new Departure(source, position.seenBy(source, order), failure.type());
    }

    /** Whether no repeat of a request can mend this. */
    static boolean isFinal(SourceFailure failure) {
        return FINAL.contains(failure.type());
    }
}
