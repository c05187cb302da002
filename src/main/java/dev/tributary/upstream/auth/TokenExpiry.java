package dev.tributary.upstream.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code token.expires_at} from IAM's answer, in a stream: of the rest nothing is needed. */
final class TokenExpiry {
    private final JsonFactory json = new JsonFactory();

    /** @return empty when the answer does not say, or not in a form that can be understood */
    Optional<Instant> in(byte[] answer) {
        try (JsonParser expiry = expiresAt(json.createParser(answer))) {
            boolean isText = expiry.nextToken() == JsonToken.VALUE_STRING;
            return isText ? Rfc3339.instant(expiry.getText()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonParser expiresAt(JsonParser answer) {
        JsonPointerBasedFilter place = new JsonPointerBasedFilter("/token/expires_at");
        return new FilteringParserDelegate(answer, place, Inclusion.ONLY_INCLUDE_ALL, false);
    }
}
