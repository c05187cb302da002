package dev.tributary.http;

import dev.tributary.source.Freshness;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code Cache-Control} of a request (RFC 9111, section 5.2.1).
 *
 * @param lines as they were sent, each a list of directives
 */
record CacheDirectives(List<String> lines) {

    /** Fresh if any directive is {@code no-cache}. */
    Freshness freshness() {
        return lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .anyMatch("no-cache"::equalsIgnoreCase)
                ? Freshness.FRESH
                : Freshness.CACHED;
    }
}
