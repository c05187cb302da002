package dev.tributary.source;

/** Why a source could not deliver, in the words of the wire. */
public enum FailureType {
    /** No answer in time, or an upstream's own 408 or 504. */
    TIMEOUT("timeout"),
    /** No connection, or one that broke. */
    UNREACHABLE("unreachable"),
    /** 429. */
    THROTTLED("throttled"),
    /** Not asked, because recent calls failed. */
    CIRCUIT_OPEN("circuit-open"),
    /** Credentials refused, or none to be had. */
    AUTH("auth"),
    /** Credentials accepted, permission missing. */
    FORBIDDEN("forbidden"),
    /** No such API, instance or cluster. */
    NOT_FOUND("not-found"),
    /** The upstream called the request invalid. */
    REJECTED("rejected"),
    /** 5xx. */
    UPSTREAM_ERROR("upstream-error"),
    /** An answer that cannot be understood; never to be read as "no events". */
    BAD_ANSWER("bad-answer"),
    /** More than a limit of ours allows. */
    TOO_LARGE("too-large"),
    /** Answers that contradict each other or themselves. */
    INCONSISTENT("inconsistent");

    private final String text;

    FailureType(String text) {
        this.text = text;
    }

    /** The type's name in answers. */
    public String text() {
        return text;
    }
}
