package dev.tributary.upstream.call;

import java.net.URI;
import java.util.Map;

/**
 * A request as it is about to go over the wire.
 *
 * @param uri absolute, encoded as on the wire
 * @param headers the operation's own headers that take part in a signature ({@code X-Language})
 * @param body empty for a GET
 */
public record OutgoingRequest(String method, URI uri, Map<String, String> headers, byte[] body) {}
