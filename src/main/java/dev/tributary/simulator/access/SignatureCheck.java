package dev.tributary.simulator.access;

import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies {@code SDK-HMAC-SHA256} signatures as the gateway in front of the services does. */
record SignatureCheck(List<AccessKey> keys) {
    static final String ALGORITHM = "SDK-HMAC-SHA256";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            ALGORITHM + " Access=(?<key>[^,]+), SignedHeaders=(?<headers>[^,]*), Signature=(?<signature>[0-9a-f]+)");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(15);

    /** Why the request may not pass; nothing if it may. */
    Optional<Reply> refusal(WireRequest request, Instant now) {
        Matcher authorization =
                AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!authorization.matches()) {
            return incorrect("authorization header is malformed");
        }
        Optional<AccessKey> key = keys.stream()
                .filter(known -> known.accessKey().equals(authorization.group("key")))
                .findFirst();
        return key.isEmpty()
                ? incorrect("unknown access key")
                : refusal(
                        request,
                        now,
                        key.get(),
                        List.of(authorization.group("headers").split(";")),
                        authorization.group("signature"));
    }

    private static Optional<Reply> refusal(
            WireRequest request, Instant now, AccessKey key, List<String> signedHeaders, String signature) {
        if (!signedHeaders.containsAll(List.of("host", "x-sdk-date"))) {
            return incorrect("host and x-sdk-date must be signed");
        }
        if (key.securityToken() != null
                && !request.header("x-security-token").equals(Optional.of(key.securityToken()))) {
            return incorrect("the security token of a temporary key is missing or wrong");
        }
        String date = request.header("x-sdk-date").orElse("");
        if (!isNear(date, now)) {
            return Optional.of(Reply.error(
                    401, "APIGW.0303", "Incorrect app authentication information: x-sdk-date is expired or malformed"));
        }
        String canonical = new CanonicalRequest(request, signedHeaders).text();
        String expected = signature(key, date, canonical);
        return isEqual(expected, signature)
                ? Optional.empty()
                : incorrect("verify aksk signature fail, canonicalRequest:" + canonical.replace('\n', '|'));
    }

    private static String signature(AccessKey key, String date, String canonicalRequest) {
        String stringToSign = String.join("\n", ALGORITHM, date, Digests.sha256(canonicalRequest));
        return Digests.hmac(key.secretKey(), stringToSign);
    }

    private static boolean isNear(String date, Instant now) {
        try {
            Instant signed = DATE.parse(date, Instant::from);
            return Duration.between(signed, now).abs().compareTo(LARGEST_SKEW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Reply> incorrect(String why) {
        return Optional.of(Reply.error(401, "APIGW.0301", "Incorrect IAM authentication information: " + why));
    }
}
