package dev.tributary.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.QueryConfig;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What an answer can look like, the likeliest first, and what a request for it means when it does not say. */
public enum Format {
    /** A page. */
    JSON("application/json", PartialMode.ALLOW, QueryConfig::maxLimit, config -> Math.min(100, config.maxLimit())),
    /** The export: a walk in one stream. */
    NDJSON("application/x-ndjson", PartialMode.ALLOW, config -> Format.ANY_NUMBER, config -> Long.MAX_VALUE),
    /** A page; a spreadsheet has no place that would tell of a gap. */
    CSV("text/csv", PartialMode.DENY, QueryConfig::maxLimit, QueryConfig::maxLimit);

    private static final long ANY_NUMBER = 999_999_999_999_999L;
    private static final Map<String, Format> BY_TEXT =
            Stream.of(values()).collect(toUnmodifiableMap(Format::text, format -> format));

    private final String mediaType;
    private final PartialMode partial;
    private final ToLongFunction<QueryConfig> largestLimit;
    private final ToLongFunction<QueryConfig> defaultLimit;

    Format(
            String mediaType,
            PartialMode partial,
            ToLongFunction<QueryConfig> largestLimit,
            ToLongFunction<QueryConfig> defaultLimit) {
        this.mediaType = mediaType;
        this.partial = partial;
        this.largestLimit = largestLimit;
        this.defaultLimit = defaultLimit;
    }

    /** All of them by what the parameter {@code format} calls them. */
    static Map<String, Format> byText() {
        return BY_TEXT;
    }

    /** What the parameter {@code format} calls it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without parameters. */
    String mediaType() {
        return mediaType;
    }

    Response.ResponseBuilder response(Streamed body) {
        String type = this == CSV ? mediaType + ";charset=UTF-8" : mediaType; // JSON is nothing else
        return Response.ok(body, type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    PartialMode partial() {
        return partial;
    }

    long largestLimit(QueryConfig config) {
        return largestLimit.applyAsLong(config);
    }

    long defaultLimit(QueryConfig config) {
        return defaultLimit.applyAsLong(config);
    }
}
