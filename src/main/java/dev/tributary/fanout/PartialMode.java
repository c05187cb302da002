package dev.tributary.fanout;

/** What a gap does to a request. */
public enum PartialMode {
    /** It is named in the answer. */
    ALLOW,
    /** It fails the request. */
    DENY
}
