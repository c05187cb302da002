package dev.tributary.event;

import java.time.Instant;
import java.util.Map;

/** Events of which only the place in the order matters. */
public final class Samples {
    public static final String PROJECT = "0123456789abcdef0123456789abcdef";
    public static final Scope SCOPE = new Scope("cn-north-4", PROJECT, null, null);

    private Samples() {}

    /** @param id a small number, written as 32 hex digits */
    public static Event event(String source, long millis, int id) {
        return new Event(
                String.format("%032x", id),
                Instant.ofEpochMilli(millis),
                null,
                source,
                Kind.IMAGE_LOG,
                SCOPE,
                null,
                Severity.INFO,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of());
    }
}
