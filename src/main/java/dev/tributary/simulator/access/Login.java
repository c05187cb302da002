package dev.tributary.simulator.access;

import dev.tributary.simulator.wire.Json;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IAM API reference, "Obtaining a User Token Through Password Authentication". */
record Login(Clock clock, List<User> users, Tokens tokens) {
    // Six digits of fraction, as IAM sends them.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Reply answer(WireRequest request) {
        Map<?, ?> auth = object(read(request), "auth");
        Map<?, ?> identity = object(auth, "identity");
        if (!(identity.get("methods") instanceof List<?> methods) || !methods.contains("password")) {
            throw malformed("methods");
        }
        User given = user(object(object(identity, "password"), "user"));
        return users.contains(given) ? granted(request, given, auth) : denied();
    }

    private static User user(Map<?, ?> user) {
        return new User(text(object(user, "domain"), "name"), text(user, "name"), text(user, "password"));
    }

    private Reply granted(WireRequest request, User user, Map<?, ?> auth) {
        Instant now = clock.instant();
        String token = tokens.issue(now);
        Map<String, Object> domain = Map.of("id", id(user.domain()), "name", user.domain());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("expires_at", TIME.format(tokens.endOf(token)));
        body.put("issued_at", TIME.format(now));
        body.put("methods", List.of("password"));
        body.put("project", project(object(object(auth, "scope"), "project"), domain));
        body.put("roles", List.of(Map.of("id", "0", "name", "te_admin")));
        body.put(
                "user",
                Map.of("id", id(user.name()), "name", user.name(), "password_expires_at", "", "domain", domain));
        body.put("catalog", isWithoutCatalog(request) ? List.of() : catalog());
        return Reply.json(201, Map.of("token", body)).withHeader("X-Subject-Token", token);
    }

    private static Map<String, Object> project(Map<?, ?> scope, Map<String, Object> domain) {
        String id = scope.containsKey("id") ? text(scope, "id") : id(text(scope, "name"));
        String name = scope.containsKey("name") ? text(scope, "name") : "cn-north-4";
        return Map.of("id", id, "name", name, "domain", domain);
    }

    private static String id(String name) {
        return Digests.sha256(name).substring(0, 32);
    }

    private static boolean isWithoutCatalog(WireRequest request) {
        return request.parameter("nocatalog").filter(text -> !text.isEmpty()).isPresent();
    }

    private static List<Map<String, Object>> catalog() {
        return List.of(Map.of("id", id("iam"), "name", "iam", "type", "identity", "endpoints", List.of()));
    }

    /** The body is our assumption: the vendor documents the status only. */
    private static Reply denied() {
        return Reply.json(
                401,
                Map.of(
                        "error",
                        Map.of(
                                "code", 401,
                                "message", "The username or password is wrong.",
                                "title", "Unauthorized")));
    }

    private static @Nullable Object read(WireRequest request) {
        try {
            return Json.read(request.body());
        } catch (IOException e) {
            throw malformed("body");
        }
    }

    private static Map<?, ?> object(@Nullable Object parent, String name) {
        if (parent instanceof Map<?, ?> fields && fields.get(name) instanceof Map<?, ?> child) {
            return child;
        }
        throw malformed(name);
    }

    private static String text(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof String text) {
            return text;
        }
        throw malformed(name);
    }

    private static Refused malformed(String where) {
        return new Refused(Reply.json(
                400,
                Map.of(
                        "error",
                        Map.of("code", 400, "message", "The request is malformed: " + where, "title", "Bad Request"))));
    }
}
