package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import java.util.Map;

/** A token in {@code X-Auth-Token}, and nothing else: no signature, no project id. */
public final class TokenCredential implements Credential {
    private final Map<String, String> headers;

    public TokenCredential(String token) {
        this.headers = Map.of("X-Auth-Token", token);
    }

    @Override
    public Map<String, String> headersFor(OutgoingRequest request) {
        return headers;
    }
}
