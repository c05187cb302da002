package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a service that issues credentials answered, under any status. No record: it would show its secrets as a text. */
final class Answer {
    private final Response response;
    private final byte[] body;

    /** Reads the whole body, which can be done only once. */
    Answer(Response response) {
        this.response = response;
        this.body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
    }

    int status() {
        return response.getStatus();
    }

    @Nullable
    String header(String name) {
        return response.getHeaderString(name);
    }

    /** Empty if there was none. */
    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, UTF_8);
    }
}
