package dev.tributary.upstream.auth;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers that a signature covers.
 *
 * @param values by lower-case name, sorted; as sent, neither trimmed nor folded
 */
record SignedHeaders(SortedMap<String, String> values) {

    static final String DATE = "x-sdk-date";

    /** Leaves out what the vendor's signer never signs: {@code Content-Type} and names with an underscore. */
    static SignedHeaders of(Map<String, String> headers) {
        SortedMap<String, String> values = new TreeMap<>();
        headers.forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        values.keySet().removeIf(name -> name.equals("content-type") || name.contains("_"));
        return new SignedHeaders(Collections.unmodifiableSortedMap(values));
    }

    /** {@code host;x-sdk-date} */
    String names() {
        return String.join(";", values.keySet());
    }

    /** {@code name:value}, a line each, the last one ended too. */
    String lines() {
        return values.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(joining());
    }

    /** {@code yyyyMMddTHHmmssZ}, UTC. */
    String date() {
        String date = values.get(DATE);
        if (date == null) {
            throw new IllegalArgumentException("a signature needs the header " + DATE);
        }
        return date;
    }

    /** Names only: a security token may be among the values. */
    @Override
    public String toString() {
        return names();
    }
}
