package dev.tributary.http;

/**
 * Somebody who may ask.
 *
 * @param name in the log
 * @param sources what exists for him
 * @param maxQueries so many may be under way at a time, 1 or more
 */
record Caller(String name, SourcePatterns sources, int maxQueries) {

    /** Whoever comes, where nobody is told from another: their common limit is that of all queries. */
    static Caller anybody() {
        return new Caller("anonymous", SourcePatterns.all(), Integer.MAX_VALUE);
    }
}
