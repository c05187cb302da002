package dev.tributary.upstream.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.HashMap;
import java.util.Map;

/**
 * Signs what really goes over the wire, as the last step before it does.
 *
 * <p>A REST client's filter cannot be told anything per call, so it takes the credential that a call of its source has
 * announced last. That one may be newer than the call's own, never older.
 */
final class CredentialFilter implements ClientRequestFilter {
    private static final String LANGUAGE = "X-Language";
    private static final byte[] NO_BODY = {};

    private final NewestCredential newest = new NewestCredential();

    NewestCredential newest() {
        return newest;
    }

    @Override
    public void filter(ClientRequestContext request) {
        OutgoingRequest outgoing = new OutgoingRequest(request.getMethod(), request.getUri(), signed(request), NO_BODY);
        newest.get()
                .headersFor(outgoing)
                .forEach((name, value) -> request.getHeaders().putSingle(name, value));
    }

    private static Map<String, String> signed(ClientRequestContext request) {
        Map<String, String> headers = new HashMap<>();
        String language = request.getHeaderString(LANGUAGE);
        if (language != null) {
            headers.put(LANGUAGE, language);
        }
        return headers;
    }
}
