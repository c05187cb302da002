package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * The one spelling of a text that a signature counts, whatever its spelling on the wire: UTF-8 bytes, of which
 * {@code A-Z a-z 0-9 - _ . ~} stand for themselves and all others are {@code %XX} in capitals.
 */
final class CanonicalText {

    private CanonicalText() {}

    /** A path segment as on the wire; a {@code +} in it is a plus. */
    static String ofSegment(String wire) {
        return encoded(URLDecoder.decode(wire.replace("+", "%2B"), UTF_8));
    }

    /**
     * A query's name or value as on the wire. A bare {@code +} is a space, because the upstream reads it so and the
     * signature must count what was read; a plus that is meant arrives as {@code %2B}.
     */
    static String ofParameter(String wire) {
        return encoded(URLDecoder.decode(wire, UTF_8));
    }

    private static String encoded(String text) {
        // URLEncoder spells for HTML forms; these three differ
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
