package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/** What an event happened to. */
public record Resource(@Nullable String type, @Nullable String name) {

    /** Null when nothing is known. */
    public static @Nullable Resource of(@Nullable String type, @Nullable String name) {
        return type == null && name == null ? null : new Resource(type, name);
    }
}
