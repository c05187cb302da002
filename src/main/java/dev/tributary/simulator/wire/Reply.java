package dev.tributary.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it goes out. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** An answer in JSON, see {@link Json#bytes}. */
    public static Reply json(int status, Map<String, ? extends @Nullable Object> body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    /** An answer of any type. */
    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The documented shape of an error: {@code error_code} and {@code error_msg}. */
    public static Reply error(int status, String code, String message) {
        return json(status, errorBody(code, message));
    }

    /** The fields of an error, for those who add more. */
    public static Map<String, Object> errorBody(String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("error_msg", message);
        return body;
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
