package dev.tributary.format;

import dev.tributary.source.SourceFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The members that say why a source failed. */
final class JsonFailure {

    private JsonFailure() {}

    static void write(JsonWriter json, SourceFailure failure) {
        json.text("type", failure.type().text());
        json.text("message", failure.message());
        json.number("upstreamStatus", failure.upstreamStatus());
        json.text("upstreamCode", failure.upstreamCode());
        json.number("retryAfterSeconds", seconds(failure.retryAfter()));
    }

    // Rounded up: a client that comes back too early is refused again.
    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.plusNanos(999_999_999).toSeconds();
    }
}
