package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.access.User;
import dev.tributary.simulator.wire.Reply;
import java.util.List;
import java.util.Map;

/** Accounts of every sort, with secrets that are recognised wherever they turn up. */
final class SecretAccounts {
    private static final Marker SECRET_KEY = Marker.of("secret key");
    private static final Marker SECURITY_TOKEN = Marker.of("security token");
    private static final Marker TOKEN = Marker.of("token");
    private static final Marker PASSWORD = Marker.of("password of a user");
    private static final Marker AGENCY_KEY = Marker.of("secret key of an agency");
    private static final Marker AGENCY_TOKEN = Marker.of("security token of an agency");

    /** What no one else may hear. */
    static final List<Marker> SECRETS = List.of(SECRET_KEY, SECURITY_TOKEN, TOKEN, PASSWORD, AGENCY_KEY, AGENCY_TOKEN);

    private static final AccessKey KEYS =
            new AccessKey("AKOFTHETEST", "+/" + SECRET_KEY.text() + "==", "ST+/" + SECURITY_TOKEN.text() + "=");
    private static final AccessKey AGENCY =
            new AccessKey("AKOFTHEAGENCY", "+/" + AGENCY_KEY.text(), "ST+/" + AGENCY_TOKEN.text());
    private static final String FIXED_TOKEN = "MII+" + TOKEN.text() + "/==";
    private static final User USER = new User("domain", "user", "pass word&ö\"'<" + PASSWORD.text());

    private SecretAccounts() {}

    static SimulatorSettings knownTo(SimulatorSettings settings) {
        return settings.with(KEYS).with(AGENCY).with(USER).withToken(FIXED_TOKEN);
    }

    static Map<String, String> keys() {
        return Map.of(
                "access-key", KEYS.accessKey(),
                "secret-key", KEYS.secretKey(),
                "security-token", KEYS.securityToken());
    }

    static Map<String, String> token() {
        return Map.of("token", FIXED_TOKEN);
    }

    static Map<String, String> user(Simulator iam) {
        return Map.of(
                "username", USER.name(),
                "password", USER.password(),
                "domain", USER.domain(),
                "iam-endpoint", iam.url());
    }

    static Map<String, String> agency(Simulator metadata) {
        return Map.of("agency", "true", "metadata-endpoint", metadata.url());
    }

    /** What a metadata service answers. */
    static Reply keysOfTheAgency() {
        return Reply.json(
                200,
                Map.of(
                        "credential",
                        Map.of(
                                "access", AGENCY.accessKey(),
                                "secret", AGENCY.secretKey(),
                                "securitytoken", AGENCY.securityToken(),
                                "expires_at", "2999-01-01T00:00:00Z")));
    }

    /** What a gateway knows of a request, and some quote when they explain why a signature is wrong. */
    static String quoted() {
        return """
                GET
                /v5/container/image/events
                x-security-token:%s %s
                Authorization: SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%s
                X-Auth-Token: %s
                {"password":"%s"}
                """.formatted(
                        KEYS.securityToken(),
                        AGENCY.securityToken(),
                        KEYS.accessKey(),
                        "0f".repeat(32),
                        FIXED_TOKEN,
                        USER.password());
    }
}
