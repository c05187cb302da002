package dev.tributary.upstream.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes credentials of the temporary keys that an agency's services answer with. The names of both are understood in
 * either's answer, as the vendor's SDK does.
 */
record AgencyKeys(String projectId, Clock clock) {
    /** As in the vendor's SDK. How early the services have new keys is not documented. */
    private static final Duration MARGIN = Duration.ofMinutes(40);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    /** The answer's keys; fails when it has none, not all that belongs to them, or such as are good no longer. */
    Issued in(Answer answer, IssuingService service) {
        return Optional.of(answer)
                .filter(given -> given.status() == 200)
                .flatMap(given -> keysIn(given.body()))
                .flatMap(this::issued)
                .orElseThrow(() -> service.unusable(answer.status()));
    }

    /** What goes into a header holds nothing that no header carries. */
    static boolean isVisible(String text) {
        return VISIBLE.matcher(text).matches();
    }

    private static Optional<JsonNode> keysIn(byte[] answer) {
        try {
            JsonNode root = JSON.readTree(answer);
            return Stream.of("credential", "credentials")
                    .map(root::path)
                    .filter(JsonNode::isObject)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Issued> issued(JsonNode keys) {
        Instant now = clock.instant();
        return pair(keys)
                .flatMap(pair -> text(keys, "expires_at", "expiration")
                        .flatMap(Rfc3339::instant)
                        .filter(now::isBefore)
                        .map(end -> Issued.until(end, new AkSkCredential(pair, projectId, clock), now, MARGIN)));
    }

    private static Optional<AccessKeys> pair(JsonNode keys) {
        Optional<String> access = text(keys, "access", "accessKeyId");
        Optional<String> secret = text(keys, "secret", "secretAccessKey");
        Optional<String> token = text(keys, "securitytoken", "securityToken");
        return access.isPresent() && secret.isPresent() && token.isPresent()
                ? Optional.of(new AccessKeys(access.get(), secret.get(), token.get()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode keys, String name, String otherName) {
        return Stream.of(name, otherName)
                .map(keys::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(AgencyKeys::isVisible)
                .findFirst();
    }
}
