package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;

/** A URI as an HTTP client writes it, built without the code under test. */
final class WireUri {
    private final StringBuilder text;

    private WireUri(String text) {
        this.text = new StringBuilder(text);
    }

    /** @param base scheme, authority and encoded path */
    static WireUri of(String base) {
        return new WireUri(base);
    }

    static String encodedPath(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(WireUri::everythingEscaped)
                .collect(joining("/"));
    }

    WireUri with(String name, String value) {
        return withEncoded(everythingEscaped(name), everythingEscaped(value));
    }

    WireUri withEncoded(String name, String value) {
        text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
        return this;
    }

    URI toUri() {
        return URI.create(text.toString());
    }

    /** Every byte as {@code %XX}: legal anywhere, and the reader has to find the usual form by itself. */
    static String everythingEscaped(String value) {
        return value.isEmpty() ? "" : "%" + HexFormat.ofDelimiter("%").formatHex(value.getBytes(UTF_8));
    }
}
