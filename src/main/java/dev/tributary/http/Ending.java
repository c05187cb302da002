package dev.tributary.http;

import java.util.Locale;

/** How a query ended. */
public enum Ending {
    /** All of its answer was sent, and it has no gap. */
    COMPLETE,
    /** All of its answer was sent, and it has gaps. */
    PARTIAL,
    /** A problem was sent instead: no source could deliver, a gap was not allowed, or this service has a defect. */
    FAILED,
    /** It was not begun: there was no room for it, or its caller had as many under way as he may. */
    REFUSED,
    /** Its client had gone before the end, was cut off, or got a stream that breaks off. */
    CUT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
