package dev.tributary.upstream.auth;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;

/** Path and query in the form that a signature counts, read from the URI as it goes over the wire. */
final class CanonicalUri {

    private CanonicalUri() {}

    /** Always ends in a slash, which the path on the wire need not do. */
    static String path(URI uri) {
        String[] segments = uri.getRawPath().split("/", 0); // leading and inner empty ones stay, trailing ones go
        return Arrays.stream(segments).map(CanonicalText::ofSegment).collect(joining("/", "", "/"));
    }

    /** Sorted by encoded name; values of one name keep the order in which they are sent. */
    static String query(URI uri) {
        String query = uri.getRawQuery();
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&", 0))
                .filter(not(String::isEmpty))
                .map(Parameter::of)
                .sorted(comparing(Parameter::name)) // stable
                .map(Parameter::text)
                .collect(joining("&"));
    }

    private record Parameter(String name, String value) {

        static Parameter of(String wire) {
            int equals = wire.indexOf('=');
            String name = equals < 0 ? wire : wire.substring(0, equals);
            String value = equals < 0 ? "" : wire.substring(equals + 1);
            return new Parameter(CanonicalText.ofParameter(name), CanonicalText.ofParameter(value));
        }

        String text() {
            return name + "=" + value;
        }
    }
}
