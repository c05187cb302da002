package dev.tributary.walk;

import java.util.List;
import java.util.Map;

/**
 * A walk and its frozen query, as it travels in a URL. It needs no state on the server, and it is untrusted input.
 *
 * @param parameters the query's parameters by name, {@code from} and {@code to} as epoch milliseconds; they pass the
 *     same checks as those of a first request
 * @param sent a hash of each parameter's text as first sent, so that a repeated one can be told from a changed one
 */
public record Cursor(Map<String, List<String>> parameters, Map<String, Integer> sent, Walk walk) {

    public Cursor {
        parameters = Map.copyOf(parameters);
        sent = Map.copyOf(sent);
    }
}
