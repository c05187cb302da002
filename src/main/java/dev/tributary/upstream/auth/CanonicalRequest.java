package dev.tributary.upstream.auth;

import java.net.URI;
import java.util.Map;

/**
 * A request in the one form that both ends of a signature compute (the vendor's Java SDK, {@code AKSKSigner}).
 *
 * @param bodyHash lower-case hex SHA-256
 */
record CanonicalRequest(String method, String path, String query, SignedHeaders headers, String bodyHash) {

    /**
     * @param uri encoded as on the wire
     * @param headers those to sign, {@code Host} and {@code X-Sdk-Date} among them
     */
    static CanonicalRequest of(String method, URI uri, Map<String, String> headers, byte[] body) {
        return new CanonicalRequest(
                method, CanonicalUri.path(uri), CanonicalUri.query(uri), SignedHeaders.of(headers), Sha256.hex(body));
    }

    String text() {
        return String.join("\n", method, path, query, headers.lines(), headers.names(), bodyHash);
    }
}
