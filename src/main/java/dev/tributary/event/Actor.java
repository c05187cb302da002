package dev.tributary.event;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, as far as the upstream tells.
 *
 * @param type {@code user} or {@code robot}
 * @param ip as the upstream wrote it, which need not be a valid address
 */
public record Actor(@Nullable String name, @Nullable String type, @Nullable String ip) {}
