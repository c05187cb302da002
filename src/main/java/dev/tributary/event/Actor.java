package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, as far as the upstream tells.
 *
 * @param type {@code user} or {@code robot}
 * @param ip as the upstream wrote it, which need not be a valid address
 */
public record Actor(
        @Nullable String name,
        @Nullable String type,
        @Nullable String ip) {

    /** Null when neither name nor address is known. */
    public static @Nullable Actor of(@Nullable String name, @Nullable String type, @Nullable String ip) {
        return name == null && ip == null ? null : new Actor(name, type, ip);
    }
}
