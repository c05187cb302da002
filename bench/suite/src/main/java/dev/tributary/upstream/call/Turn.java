package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;

/** The door to what only calls may ask of a pace. */
public final class Turn {
    private Turn() {}

    public static Uni<Void> of(Pace pace, String source) {
        return pace.turn(source);
    }
}
