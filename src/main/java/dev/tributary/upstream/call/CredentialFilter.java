package dev.tributary.upstream.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs what really goes over the wire, as the last step before it does.
 *
 * <p>A REST client's filter cannot be told anything per call, so it takes the credential that a call of its source has
 * announced last. That one may be newer than the call's own, never one that has been replaced.
 */
final class CredentialFilter implements ClientRequestFilter {
    private static final String LANGUAGE = "X-Language";
    private static final byte[] NO_BODY = {};

    private @Nullable Credential announced;
    private @Nullable Credential replaced;

    /** A credential that has been replaced is announced in vain: its call goes out with the newer one. */
    synchronized void announce(Credential credential) {
        if (!credential.equals(replaced)) {
            announced = credential;
        }
    }

    synchronized void replace(Credential refused, Credential fresh) {
        replaced = refused;
        announced = fresh;
    }

    private synchronized Credential newest() {
        return Objects.requireNonNull(announced, "announced before every call");
    }

    @Override
    public void filter(ClientRequestContext request) {
        OutgoingRequest outgoing = new OutgoingRequest(request.getMethod(), request.getUri(), signed(request), NO_BODY);
        newest().headersFor(outgoing)
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
