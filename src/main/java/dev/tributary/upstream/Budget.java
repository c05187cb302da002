package dev.tributary.upstream;

import java.time.Duration;

/**
 * What one request may spend, where that bounds how sources are asked.
 *
 * @param deadline how long it may work; every source's timeout must be shorter
 * @param maxCalls upstream calls it may make on all its sources together
 */
record Budget(Duration deadline, int maxCalls) {}
