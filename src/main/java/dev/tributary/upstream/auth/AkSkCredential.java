package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Signs each request with an access key pair. Signed are {@code Host}, {@code X-Sdk-Date}, {@code X-Project-Id},
 * {@code X-Security-Token} for temporary keys, and the operation's own headers.
 */
public final class AkSkCredential implements Credential {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AccessKeys keys;
    private final String projectId;
    private final Clock clock;
    private final Signer signer;

    /** @param clock an upstream refuses a date that is more than 15 minutes off */
    public AkSkCredential(AccessKeys keys, String projectId, Clock clock) {
        this.keys = keys;
        this.projectId = projectId;
        this.clock = clock;
        this.signer = new Signer(keys);
    }

    /** The headers signed, {@code Host} included, and {@code Authorization}. */
    @Override
    public Map<String, String> headersFor(OutgoingRequest request) {
        Map<String, String> headers = identity(request.uri());
        headers.put("Authorization", signer.authorization(canonical(request, headers)));
        return Collections.unmodifiableMap(headers);
    }

    private Map<String, String> identity(URI uri) {
        Map<String, String> headers = new LinkedHashMap<>();
        // sent as signed: an HTTP client left to itself drops a port that is the scheme's default
        headers.put("Host", uri.getRawAuthority());
        headers.put("X-Sdk-Date", DATE.format(clock.instant()));
        headers.put("X-Project-Id", projectId);
        if (keys.securityToken() != null) {
            headers.put("X-Security-Token", keys.securityToken());
        }
        return headers;
    }

    private static CanonicalRequest canonical(OutgoingRequest request, Map<String, String> identity) {
        Map<String, String> signed = new LinkedHashMap<>(request.headers());
        signed.putAll(identity);
        return CanonicalRequest.of(request.method(), request.uri(), signed, request.body());
    }
}
