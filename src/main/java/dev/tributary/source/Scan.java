package dev.tributary.source;

/** How much of a list without a time filter a reading asks for. */
public enum Scan {
    /** As much as the window needs, by the list's order. */
    NEEDED,
    /** All of it: nothing can hide out of order. */
    FULL
}
