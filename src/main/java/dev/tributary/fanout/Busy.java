package dev.tributary.fanout;

import java.time.Duration;

/**
 * A query that was not begun: there were too many others, or they held all the memory there is, for as long as it could
 * wait.
 *
 * @param retryAfter when asking again may help; more than zero
 */
public record Busy(Duration retryAfter) implements QueryResult {}
