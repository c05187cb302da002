package dev.tributary.http;

import dev.tributary.fanout.QueryConfig;

/**
 * Somebody who may ask.
 *
 * @param name in the log
 * @param sources what exists for him
 * @param maxQueries so many may be under way at a time, 1 or more
 */
record Caller(String name, SourcePatterns sources, int maxQueries) {

    /** How many queries one may have under way of whom nothing else is said: half of all, at least 1. */
    static int usualQueries(QueryConfig all) {
        return Math.max(1, all.maxQueries() / 2);
    }

    /** Whoever comes, where nobody is told from another: their common limit is that of all queries. */
    static Caller anybody() {
        return new Caller("anonymous", SourcePatterns.all(), Integer.MAX_VALUE);
    }
}
