package dev.tributary.source;

/** Whether a reading may use what was read before. */
public enum Freshness {
    /** What has been proven before is used as long as it lives, and equal readings under way are joined. */
    CACHED,
    /** Everything is asked of the upstream now: {@code Cache-Control: no-cache} (RFC 9111, section 5.2.1.4). */
    FRESH
}
