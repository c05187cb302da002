package dev.tributary;

/** What can go wrong with an upstream, and what is to be said of it. */
enum ChaosFault {
    UNAUTHORIZED("401", "auth", Repetition.RENEWED, "'fault': '401'"),
    BAD_REQUEST("400", "rejected", Repetition.NEVER, "'fault': '400'"),
    DENIED("400 with HSS.0010", "forbidden", Repetition.NEVER, "'fault': 'hss-denied'"),
    FORBIDDEN("403", "forbidden", Repetition.NEVER, "'fault': '403'"),
    NOT_FOUND("404", "not-found", Repetition.NEVER, "'fault': '404'"),
    REQUEST_TIMEOUT("408", "timeout", Repetition.REPEATED, "'fault': '408'"),
    THROTTLED("429", "throttled", Repetition.REPEATED, "'fault': '429'"),
    THROTTLED_FOR_A_SECOND(
            "429 with Retry-After", "throttled", Repetition.REPEATED, "'fault': '429', 'retryAfter': '1s'"),
    BROKEN("500", "upstream-error", Repetition.REPEATED, "'fault': '500'"),
    BAD_GATEWAY("502", "upstream-error", Repetition.REPEATED, "'fault': '502'"),
    UNAVAILABLE("503", "upstream-error", Repetition.REPEATED, "'fault': '503'"),
    GATEWAY_TIMEOUT("504", "timeout", Repetition.REPEATED, "'fault': '504'"),
    REDIRECT("302", "bad-answer", Repetition.NEVER, "'fault': 'redirect'"),
    RESET("reset before the headers", "unreachable", Repetition.REPEATED, "'fault': 'reset'"),
    RESET_AFTER_HEADERS(
            "reset after the headers", "unreachable", Repetition.REPEATED, "'fault': 'reset-after-headers'"),
    TRUNCATED("reset in the body", "unreachable", Repetition.REPEATED, "'fault': 'truncated'"),
    CUT_JSON("JSON that ends too early", "bad-answer", Repetition.NEVER, "'fault': 'cut-json'"),
    MALFORMED_JSON("malformed JSON", "bad-answer", Repetition.NEVER, "'fault': 'malformed-json'"),
    WRONG_TYPES("wrong types", "bad-answer", Repetition.NEVER, "'fault': 'wrong-types'"),
    HTML("HTML with 200", "bad-answer", Repetition.NEVER, "'fault': 'html'"),
    EMPTY_OBJECT("an empty object", "bad-answer", Repetition.NEVER, "'fault': 'empty-object'"),
    EMPTY_BODY("an empty body", "bad-answer", Repetition.NEVER, "'fault': 'empty-body'"),
    HUGE_BODY("a body of 50 MB", "too-large", Repetition.NEVER, "'fault': 'huge-body'"),
    SLOW_BYTES("one byte a second", "timeout", Repetition.NEVER, "'fault': 'slow-bytes'"),
    HANG("no answer ever", "timeout", Repetition.NEVER, "'fault': 'hang'"),
    REFUSED("connection refused", "unreachable", Repetition.REPEATED, ""),
    UNKNOWN_HOST("name not resolved", "unreachable", Repetition.REPEATED, ""),
    EXPIRED_CERTIFICATE("expired certificate", "unreachable", Repetition.REPEATED, "");

    /** Whether a call that met it is made again. */
    enum Repetition {
        NEVER,
        /** After a wait, twice at most. */
        REPEATED,
        /** Once, with a new credential. */
        RENEWED
    }

    private final String label;
    private final String type;
    private final Repetition repetition;
    private final String script;

    ChaosFault(String label, String type, Repetition repetition, String script) {
        this.label = label;
        this.type = type;
        this.repetition = repetition;
        this.script = script;
    }

    /** As the table calls it. */
    String label() {
        return label;
    }

    /** Of the error that names it. */
    String type() {
        return type;
    }

    /** Whether nothing is to be seen of one that comes only once. */
    boolean isMended() {
        return repetition != Repetition.NEVER;
    }

    /** Whether a new login is what may mend it, and no key that was configured. */
    boolean isOfCredentials() {
        return repetition == Repetition.RENEWED;
    }

    /** Whether it shows only when time runs out. */
    boolean isOfTime() {
        return this == HANG || this == SLOW_BYTES;
    }

    /** Whether it keeps requests from arriving: no script of the simulator's can play it. */
    boolean isBeforeRequests() {
        return script.isEmpty();
    }

    /** The fields of a line of the simulator's script. */
    String script() {
        return script.replace('\'', '"');
    }
}
