package dev.tributary.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of error that clients can meet; described in the OpenAPI document. */
enum ProblemType {
    INVALID_PARAMETERS(400, "The request's parameters cannot be served"),
    BAD_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "This needs a bearer token that is known here"),
    FORBIDDEN(403, "The token gives no access to any source"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This resource does not know that method"),
    NOT_ACCEPTABLE(406, "This resource is not served in any of the accepted formats"),
    URI_TOO_LONG(414, "The request's address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "This resource does not read that format"),
    TOO_MANY_QUERIES(429, "You have as many queries under way as you may have"),
    INTERNAL_ERROR(500, "The service failed"),
    SOURCES_FAILED(502, "The sources could not be read"),
    SOURCES_UNAVAILABLE(503, "The sources do not want to be asked now"),
    OVERLOADED(503, "The service has no room for this request now"),
    SOURCES_TIMED_OUT(504, "The sources did not answer in time");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** What the framework means by a status: never one of our own refusals. */
    static Optional<ProblemType> ofServer(int status) {
        return Stream.of(BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE)
                .filter(type -> type.status == status)
                .findFirst();
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** RFC 9457, section 3.1.1. */
    String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
