package dev.tributary.format;

import dev.tributary.source.EventSource;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceStatus;
import dev.tributary.source.Sources;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the sources are doing, as {@code application/json}. */
public final class JsonStatuses {

    private JsonStatuses() {}

    /** As of now; UTF-8. */
    public static byte[] of(Sources sources) {
        return JsonWriter.object(json -> json.array("sources", sources.all(), source -> write(json, source)));
    }

    private static void write(JsonWriter json, EventSource source) {
        SourceStatus status = source.status();
        json.text("name", source.id().name());
        json.text("kind", source.id().kind().text());
        JsonEvent.scope(json, source.id().scope());
        json.text("circuit", status.circuit());
        json.time("credentialRestsUntil", status.credentialRestsUntil());
        json.time("lastSuccess", status.lastSuccess());
        lastError(json, status.lastErrorAt(), status.lastError());
        json.number("latencyMs", millis(status.latency()));
        json.duration("clockSkew", status.clockSkew());
        json.duration("settle", status.settle());
        json.duration("overlap", status.overlap());
        Boolean isShared = status.isShared();
        if (isShared != null) {
            json.bool("shared", isShared);
        }
    }

    private static void lastError(JsonWriter json, @Nullable Instant at, @Nullable SourceFailure failure) {
        if (failure != null) {
            json.object("lastError", it -> {
                it.time("at", at);
                JsonFailure.write(it, failure);
            });
        }
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
